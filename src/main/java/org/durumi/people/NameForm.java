package org.durumi.people;

import java.util.regex.Pattern;

/** The script in which a name is written. A name is recorded in each script in which it is known. */
public enum NameForm {
    HANGUL("[\\uAC00-\\uD7A3]+([ ·][\\uAC00-\\uD7A3]+)*"),
    HAN("\\p{IsHan}+"),
    LATIN("[\\p{IsLatin}\\p{M}]+(['’ʼ -]+[\\p{IsLatin}\\p{M}]+)*['’ʼ]?");

    private final Pattern pattern;

    NameForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether a text is written in this script and in nothing else. */
    public boolean accepts(String text) {
        return pattern.matcher(text).matches();
    }
}
