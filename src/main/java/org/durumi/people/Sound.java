package org.durumi.people;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a part of a name sounds, in a few letters: alike for Hangul and for the ways in which Korean names are written in Latin
 * letters (Revised Romanisation, McCune-Reischauer, the North's, and what people choose themselves).
 *
 * <p>The letters are a e i o y w, k t p s j h l m n f and N for «ng». The vowels of 어 오 우 으 are one, as are those of 애 에.
 */
final class Sound {
    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;
    private static final int SILENT = 11;
    private static final int NIEUN = 2;
    private static final int RIEUL = 5;
    private static final int FINAL_NIEUN = 4;

    private static final List<String> INITIAL_SOUNDS =
            List.of("k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "j", "j", "j", "k", "t", "p", "h");
    private static final List<String> VOWEL_SOUNDS = List.of(
            "a", "e", "ya", "ye", "o", "e", "yo", "ye", "o", "wa", "we", "we", "yo", "o", "wo", "we", "wi", "yo", "o",
            "i", "i");
    private static final List<String> FINAL_SOUNDS = List.of(
            "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "N",
            "t", "t", "k", "t", "p", "t");

    /** The vowels before which ㄹ and ㄴ fall silent at the beginning: 야 얘 여 예 요 유 이. */
    private static final List<Integer> SILENCING = List.of(2, 3, 6, 7, 12, 17, 20);

    /** Spellings that follow no rule. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("park", "pak"),
            Map.entry("bark", "pak"),
            Map.entry("back", "paek"),
            Map.entry("joe", "jo"),
            Map.entry("hur", "heo"),
            Map.entry("sur", "seo"),
            Map.entry("tsoi", "choe"),
            Map.entry("tsoy", "choe"),
            Map.entry("wu", "u"));

    /** Consonants of Latin spellings, in this order. */
    private static final List<Map.Entry<Pattern, String>> CONSONANTS = List.of(
            rule("^rh", "r"),
            rule("^woo", "u"),
            rule("zh|tch|ch|[zq]", "j"),
            rule("sh|x", "s"),
            rule("([ktp])h", "$1"),
            rule("ck|c", "k"),
            rule("ng", "N"),
            rule("g", "k"),
            rule("d", "t"),
            rule("[bv]", "p"),
            rule("r", "l"),
            rule("(?<=[aeiouyw])h(?![aeiouyw])", ""));

    /** Vowels of Latin spellings, each at the place where the reading stands. */
    private static final List<Map.Entry<Pattern, String>> VOWELS_READ = List.of(
            rule("eui|yee|yi|ee|ie(?![uo])", "i"),
            rule("(?<=^|h)ui", "i"),
            rule("y(eo|eu|ou|oo|o|u)", "yo"),
            rule("y(ae|ai|e)", "ye"),
            rule("ya", "ya"),
            rule("w(eo|oo|o|u)", "wo"),
            rule("w(ae|ai|ee(?=l)|e)", "we"),
            rule("wi", "wi"),
            rule("wa", "wa"),
            rule("aeu", "ao"),
            rule("oeu", "o"),
            rule("o[eiy]", "we"),
            rule("ai(?=n$)", "ai"),
            rule("a[eiy]|e[iy]", "e"),
            rule("eo|eu|oo|ou|o|u", "o"),
            rule("y", "i"),
            rule("w", ""));

    /** What no longer differs when the parts of a name are spoken together. */
    private static final List<Map.Entry<Pattern, String>> TOGETHER = List.of(
            rule("jy", "j"),
            rule("(?<=[a-zN&&[^aeiowy]])ye", "e"),
            rule("([ktp])h", "$1"),
            rule("nk", "N"),
            rule("(?<=[aeion])lyol", "yol"),
            rule("(.)\\1+", "$1"));

    private Sound() {}

    private static Map.Entry<Pattern, String> rule(String what, String becomes) {
        return Map.entry(Pattern.compile(what), becomes);
    }

    static boolean isSyllable(int point) {
        return point >= FIRST && point <= LAST;
    }

    /**
     * Hangul as the South spells it at the beginning of a surname or a given name: ㄹ and ㄴ fall silent before 이 and y, any
     * other ㄹ becomes ㄴ (두음 법칙). The North writes 리, 림, 류, 로, 녀; the South 이, 임, 유, 노, 여.
     */
    static String southern(String syllables) {
        StringBuilder spelled = new StringBuilder(syllables);
        for (int i = 0; i < spelled.length(); i++) {
            spelled.setCharAt(
                    i, i == 0 ? beginning(spelled.charAt(0)) : later(spelled.charAt(i), spelled.charAt(i - 1)));
        }
        return spelled.toString();
    }

    private static char beginning(char syllable) {
        int initial = initial(syllable);
        if (!isSyllable(syllable) || initial != RIEUL && initial != NIEUN) {
            return syllable;
        }
        return withInitial(syllable, SILENCING.contains(vowel(syllable)) ? SILENT : NIEUN);
    }

    /** After a vowel or ㄴ, the South writes 열 and 율 for 렬 and 률. */
    private static char later(char syllable, char before) {
        boolean open = isSyllable(before) && (finalOf(before) == 0 || finalOf(before) == FINAL_NIEUN);
        return open && (syllable == '렬' || syllable == '률') ? withInitial(syllable, SILENT) : syllable;
    }

    private static int initial(int syllable) {
        return (syllable - FIRST) / (VOWELS * FINALS);
    }

    private static int vowel(int syllable) {
        return (syllable - FIRST) / FINALS % VOWELS;
    }

    private static int finalOf(int syllable) {
        return (syllable - FIRST) % FINALS;
    }

    private static char withInitial(char syllable, int initial) {
        return (char) (syllable + (initial - initial(syllable)) * VOWELS * FINALS);
    }

    /** The sound of Hangul syllables; anything else is left out. */
    static String ofHangul(String syllables) {
        StringBuilder sound = new StringBuilder();
        syllables.codePoints().filter(Sound::isSyllable).forEach(point -> {
            sound.append(INITIAL_SOUNDS.get(initial(point)))
                    .append(VOWEL_SOUNDS.get(vowel(point)))
                    .append(FINAL_SOUNDS.get(finalOf(point)));
        });
        return sound.toString();
    }

    /**
     * The sound of Latin letters, small and without accents.
     *
     * @param begins whether a surname or a given name begins with them: then ㄹ and ㄴ sound as in {@link #southern}
     */
    static String ofLatin(String letters, boolean begins) {
        String sound = IRREGULAR.getOrDefault(letters, letters).replaceAll("[^a-z]", "");
        sound = apply(CONSONANTS, sound);
        sound = read(sound);
        if (begins) {
            sound = sound.replaceFirst("^[ln](?=[iy])", "").replaceFirst("^l", "n");
        }
        return sound.replaceFirst("^y(?=i)", "");
    }

    /** The sound of several parts spoken together. */
    static String together(String parts) {
        return apply(TOGETHER, parts);
    }

    private static String read(String spelled) {
        StringBuilder sound = new StringBuilder();
        int at = 0;
        while (at < spelled.length()) {
            at += readAt(spelled, at, sound);
        }
        return sound.toString();
    }

    private static int readAt(String spelled, int at, StringBuilder sound) {
        for (Map.Entry<Pattern, String> each : VOWELS_READ) {
            var found = each.getKey().matcher(spelled);
            found.region(at, spelled.length()).useTransparentBounds(true).useAnchoringBounds(false);
            if (found.lookingAt()) {
                sound.append(each.getValue());
                return found.end() - at;
            }
        }
        sound.append(spelled.charAt(at));
        return 1;
    }

    private static String apply(List<Map.Entry<Pattern, String>> rules, String text) {
        String changed = text;
        for (Map.Entry<Pattern, String> each : rules) {
            changed = each.getKey().matcher(changed).replaceAll(each.getValue());
        }
        return changed;
    }
}
