package org.durumi.files.drawing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parts of a document refer to. Outside of it lies nothing but what somebody taps on. */
final class Relations {
    private static final Set<String> HYPERLINK = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink");

    /** Such as act, or hold another document, also if they lie in the document. The last word of each type. */
    private static final Set<String> NEVER = Set.of(
            "oleobject",
            "package",
            "control",
            "activexcontrolbinary",
            "vbaproject",
            "wordvbadata",
            "attachedtemplate",
            "subdocument",
            "afchunk",
            "frame",
            "mailmergesource",
            "mailmergeheadersource",
            "keymapcustomizations",
            "attachedtoolbars");

    /** What a tap may open. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "ftp");

    private static final Pattern SCHEME = Pattern.compile("([^/?#]*?):.*", Pattern.DOTALL);

    /** In a document: a place in the same part, or the path of another. */
    private static final Pattern INSIDE = Pattern.compile(
            "#.*|(\\./)?[\\w-][\\w. -]*(/[\\w-][\\w. -]*)*", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern OF_PART = Pattern.compile("(.*?)_rels/([^/]*)\\.rels", Pattern.CASE_INSENSITIVE);

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final Map<String, Set<String>> outside = new HashMap<>();
    private final Map<String, Set<String>> shown = new HashMap<>();
    private boolean isDocx;

    /** The document says what one of its parts is. */
    void part(String part, String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.contains("macro") || lower.contains("vba") || lower.contains("activex")) {
            throw NotDrawable.document();
        }
        isDocx = isDocx || part.equals("/word/document.xml") && type.equals(DOCX);
    }

    /** Whether it says that its text is one of Word without macros. */
    boolean areOfDocx() {
        return isDocx;
    }

    /**
     * A line of a list of relations.
     *
     * @param list the name of the part that is the list
     */
    void relation(String list, String id, String type, String target, String mode) {
        boolean isOutside = !mode.isEmpty() && !mode.equals("Internal");
        String word = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (NEVER.contains(word)
                || isOutside && !(HYPERLINK.contains(type) && mayBeTapped(target))
                || !isOutside && (target.contains(":") || target.contains("\\") || target.startsWith("//"))) {
            throw NotDrawable.document();
        }
        if (isOutside) {
            Matcher of = OF_PART.matcher(list);
            if (!of.matches()) {
                throw NotDrawable.document();
            }
            outside.computeIfAbsent((of.group(1) + of.group(2)).toLowerCase(Locale.ROOT), each -> new HashSet<>())
                    .add(id);
        }
    }

    /** A part refers to a relation for something else than to be tapped on. */
    void shows(String part, String id) {
        shown.computeIfAbsent(part.toLowerCase(Locale.ROOT), each -> new HashSet<>())
                .add(id);
    }

    /** Whether it is a link that does no more than open a page, write a message or call. */
    static boolean mayBeTapped(String target) {
        Matcher scheme = SCHEME.matcher(target);
        return !target.contains("\\")
                && !target.stripLeading().startsWith("//")
                && (!scheme.matches()
                        || SCHEMES.contains(scheme.group(1).strip().toLowerCase(Locale.ROOT)));
    }

    static boolean isInside(String target) {
        return target.isEmpty() || INSIDE.matcher(target).matches();
    }

    /**
     * After all parts were read.
     *
     * @throws NotDrawable if an image, for instance, says that it is what lies behind a link
     */
    void requireHarmless() {
        shown.forEach((part, ids) -> {
            if (outside.getOrDefault(part, Set.of()).stream().anyMatch(ids::contains)) {
                throw NotDrawable.document();
            }
        });
    }
}
