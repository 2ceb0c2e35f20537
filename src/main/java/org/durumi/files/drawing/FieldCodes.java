package org.durumi.files.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a part of a DOCX, each put together over all the runs on which it is spread. Of the fields that there are, some fetch a file, ask
 * another program or run a macro: so only those are taken of which it is known that they do not.
 */
final class FieldCodes {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 16 * 1024;
    private static final Pattern NAME = Pattern.compile("\\s*(=|[A-Za-z]+(?=[\\s\\\\\"]|$)).*", Pattern.DOTALL);

    private static final Set<String> HARMLESS = Set.of(
            "=",
            "ADVANCE",
            "AUTHOR",
            "AUTONUM",
            "AUTONUMLGL",
            "AUTONUMOUT",
            "BIBLIOGRAPHY",
            "CITATION",
            "COMMENTS",
            "COMPARE",
            "CREATEDATE",
            "DATE",
            "DOCPROPERTY",
            "EDITTIME",
            "EQ",
            "FILENAME",
            "FILESIZE",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
            "FORMTEXT",
            "HYPERLINK",
            "IF",
            "INDEX",
            "KEYWORDS",
            "LASTSAVEDBY",
            "LISTNUM",
            "MERGEFIELD",
            "NOTEREF",
            "NUMCHARS",
            "NUMPAGES",
            "NUMWORDS",
            "PAGE",
            "PAGEREF",
            "PRINTDATE",
            "REF",
            "REVNUM",
            "SAVEDATE",
            "SECTION",
            "SECTIONPAGES",
            "SEQ",
            "STYLEREF",
            "SUBJECT",
            "SYMBOL",
            "TC",
            "TIME",
            "TITLE",
            "TOC",
            "XE");

    private final Deque<Field> open = new ArrayDeque<>();

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean hasResult;
    }

    void begins() {
        // What a field within it results in could be its name.
        if (isBeingSaid() && open.element().code.toString().isBlank() || open.size() >= DEEPEST) {
            throw NotDrawable.document();
        } else if (isBeingSaid()) {
            require(open.element().code.toString());
        }
        open.push(new Field());
    }

    /** Whether what is read now says what a field does. */
    boolean isBeingSaid() {
        return !open.isEmpty() && !open.element().hasResult;
    }

    void says(String more) {
        boolean isOfNoField = !isBeingSaid() && !more.isBlank();
        if (isOfNoField || isBeingSaid() && open.element().code.append(more).length() > LONGEST) {
            throw NotDrawable.document();
        }
    }

    void results() {
        if (!open.isEmpty()) {
            open.element().hasResult = true;
            require(open.element().code.toString());
        }
    }

    void ends() {
        if (!open.isEmpty()) {
            require(open.pop().code.toString());
        }
    }

    void end() {
        while (!open.isEmpty()) {
            ends();
        }
    }

    /** @throws NotDrawable unless this is a whole field that does nothing */
    static void require(String code) {
        Matcher name = NAME.matcher(code);
        if (!code.isBlank()
                && !(name.matches() && HARMLESS.contains(name.group(1).toUpperCase(Locale.ROOT)))) {
            throw NotDrawable.document();
        }
    }
}
