package org.durumi.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A printed summary, as a reader or an inspector opens it. */
final class PrintedSummary {
    private static final float LARGEST_HEADING = 40;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final byte[] file;

    PrintedSummary(byte[] file) {
        this.file = file;
    }

    /** What is read on each page, without the watermark, every run of white space as one space. */
    List<String> pages() {
        return lines().stream()
                .map(page -> String.join(" ", page).replaceAll("\\s+", " "))
                .toList();
    }

    String text() {
        return String.join(" ", pages());
    }

    /** The lines of each page from top to bottom. */
    List<List<String>> lines() {
        return perPage(new Letters(false)).stream()
                .map(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .toList();
    }

    /** The word that stands across each page. */
    List<String> watermarks() {
        return perPage(new Letters(true)).stream()
                .map(word -> word.replaceAll("\\s+", ""))
                .toList();
    }

    /** Each letter by itself, as it is read, with the numbers of its glyphs in their font; zero is the box of a missing one. */
    Map<String, Set<Integer>> glyphs() {
        Glyphs glyphs = new Glyphs();
        perPage(glyphs);
        return glyphs.found;
    }

    List<PDFont> fonts() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }
        return fonts;
    }

    /** Every byte of the file, and every compressed part of it unpacked. */
    String everything() throws IOException {
        StringBuilder all = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(file)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        byte[] bytes = in.readAllBytes();
                        all.append(new String(bytes, StandardCharsets.UTF_8));
                        all.append(new String(bytes, StandardCharsets.UTF_16BE));
                    }
                }
            }
        }
        return all.toString();
    }

    /** What is said instead of the figures, in the order of the text. */
    List<String> alternatives() throws IOException {
        List<String> said = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            alternatives(document.getDocumentCatalog().getStructureTreeRoot(), said);
        }
        return said;
    }

    private static void alternatives(PDStructureNode node, List<String> said) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    said.add(element.getAlternateDescription());
                }
                alternatives(element, said);
            }
        }
    }

    /** What an inspector finds against a standard, such as «ua1» or «2a»; empty if the file keeps it. */
    String violations(String standard) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(standard);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> test.getRuleId().getClause() + " " + test.getMessage())
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
    }

    private List<String> perPage(PDFTextStripper stripper) {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                StringWriter text = new StringWriter();
                stripper.writeText(document, text);
                pages.add(text.toString());
            }
            return pages;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Collects letters as the file holds them, before a reader puts them in order. */
    private static final class Glyphs extends PDFTextStripper {
        private final Map<String, Set<Integer>> found = new HashMap<>();

        @Override
        protected void processTextPosition(TextPosition letter) {
            for (int code : letter.getCharacterCodes()) {
                found.computeIfAbsent(letter.getUnicode(), unseen -> new HashSet<>())
                        .add(code);
            }
        }
    }

    /** Reads either the letters of the watermark or all others. */
    private static final class Letters extends PDFTextStripper {
        private final boolean watermark;

        Letters(boolean watermark) {
            this.watermark = watermark;
            setSortByPosition(!watermark);
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            boolean turned = Math.abs(letter.getTextMatrix().getShearX()) > 0.01f;
            if (turned == watermark && (turned || letter.getFontSizeInPt() < LARGEST_HEADING)) {
                super.processTextPosition(letter);
            }
        }
    }
}
