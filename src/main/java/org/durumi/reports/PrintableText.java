package org.durumi.reports;

import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.Normalizer;
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
 * Turns the text of a report into text that can be printed: Hangul in whole syllables, and a visible box instead of what no
 * font has, so that nothing vanishes unseen.
 */
final class PrintableText {
    private static final Logger LOG = System.getLogger(PrintableText.class.getName());
    private static final int BOX = '\u25a1';

    private final IntPredicate printable;
    private final Set<Integer> missing = new TreeSet<>();

    /** @param printable whether some font has a code point */
    PrintableText(IntPredicate printable) {
        this.printable = printable;
    }

    /** The markup with a box for each character that XML cannot hold, such as controls and lone surrogates. */
    static String withoutForbidden(String markup) {
        if (markup.codePoints().allMatch(PrintableText::isXml)) {
            return markup;
        }
        return markup.codePoints()
                .map(c -> isXml(c) ? c : BOX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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

    /** The text in composed form with a box for each character that no font has. */
    String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (isSpace(c) || printable.test(c)) {
                result.appendCodePoint(c);
            } else {
                missing.add(c);
                result.appendCodePoint(BOX);
            }
        });
        return result.toString();
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
