package org.durumi.reports;

import com.openhtmltopdf.util.OpenUtil;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Turns the text of a report into text that can be printed: Hangul in whole syllables, a sign that no font has as one that
 * means the same, and else as its code point, such as «[U+1F600]», so that nothing vanishes unseen.
 */
final class PrintableText {
    private static final Logger LOG = System.getLogger(PrintableText.class.getName());
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int PLACE_TO_BREAK = 0x200B;
    private static final int FIRST_VARIANT = 0xFE00;
    private static final int LAST_VARIANT = 0xFE0F;

    /** What the fonts lack of KS X 1001, and no form of compatibility leads to. A soft hyphen is a hyphen there. */
    private static final Map<Integer, String> SAME = Map.of(SOFT_HYPHEN, "-", 0x223C, "~", 0x2252, "≈", 0x25C8, "◆");

    private final IntPredicate printable;
    private final Set<Integer> missing = new TreeSet<>();

    /** @param printable whether some font has a code point */
    PrintableText(IntPredicate printable) {
        this.printable = printable;
    }

    /** The markup with the code point of each character that XML cannot hold, such as controls and lone surrogates. */
    static String withoutForbidden(String markup) {
        if (markup.codePoints().allMatch(PrintableText::isXml)) {
            return markup;
        }
        return markup.codePoints()
                .mapToObj(c -> isXml(c) ? Character.toString(c) : named(c))
                .collect(Collectors.joining());
    }

    /** The markup as a page whose every text is printable. Logs what was missing: the code points, never the text. */
    Document page(String markup) {
        Document page = parse(withoutForbidden(markup));
        mend(page.getDocumentElement());
        if (!missing.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "no glyph for {0}",
                    missing.stream().map(c -> String.format("U+%04X", c)).collect(Collectors.joining(" ")));
        }
        return page;
    }

    /** The text in composed form, with each sign as one that some font has, or as its code point. */
    String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(this::printable)
                .collect(Collectors.joining());
    }

    private String printable(int c) {
        String sign = Character.toString(c);
        if (isPrintable(c)) {
            return sign;
        }
        if (isUnseen(c)) {
            return "";
        }
        String same = SAME.getOrDefault(c, Normalizer.normalize(sign, Normalizer.Form.NFKC));
        if (same.codePoints().allMatch(this::isPrintable)) {
            return same;
        }
        missing.add(c);
        return named(c);
    }

    /** Whether some font has it and the layout engine lets it through. */
    private boolean isPrintable(int c) {
        return isSpace(c) || c == PLACE_TO_BREAK || (OpenUtil.isCodePointPrintable(c) && printable.test(c));
    }

    /** Joiners, directions and the choice of a variant tell a font what to do, and are no text. */
    private static boolean isUnseen(int c) {
        return c != SOFT_HYPHEN && Character.getType(c) == Character.FORMAT || FIRST_VARIANT <= c && c <= LAST_VARIANT;
    }

    private static String named(int c) {
        return String.format("[U+%04X]", c);
    }

    private static Document parse(String markup) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            // Without its message, which may quote the text.
            throw new IllegalStateException(
                    "a report that is no XML: " + broken.getClass().getSimpleName());
        }
    }

    private void mend(Node node) {
        if (node instanceof Text text) {
            text.setData(printable(text.getData()));
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            attribute.setNodeValue(Normalizer.normalize(attribute.getNodeValue(), Normalizer.Form.NFC));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            mend(child);
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isXml(int c) {
        return isSpace(c) || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
