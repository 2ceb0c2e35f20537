package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCleanerTest {
    private final FileCleaner cleaner = HostileFilesTest.cleaner();

    /** Where red and blue, the upper corners of the drawing, are after a camera said how it was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 160, 80, left top, right top",
        "2, 160, 80, right top, left top",
        "3, 160, 80, right bottom, left bottom",
        "4, 160, 80, left bottom, right bottom",
        "5, 80, 160, left top, left bottom",
        "6, 80, 160, right top, right bottom",
        "7, 80, 160, right bottom, right top",
        "8, 80, 160, left bottom, left top",
        "9, 160, 80, left top, right top"
    })
    void a_photo_stands_upright(int held, int width, int height, String red, String blue) throws IOException {
        CleanFile clean = cleaner.clean(Hostile.jpegWith(0xE1, Hostile.exif(held, "x")));

        assertEquals(List.of(FileKind.JPEG, width, height), List.of(clean.kind(), clean.width(), clean.height()));
        for (byte[] part : clean.parts()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(part));
            assertEquals(List.of(width, height), List.of(image.getWidth(), image.getHeight()));
            assertTrue((corner(image, red) >> 16 & 0xFF) > 200 && (corner(image, red) & 0xFF) < 60, "red");
            assertTrue((corner(image, blue) & 0xFF) > 200 && (corner(image, blue) >> 16 & 0xFF) < 60, "blue");
        }
    }

    private static int corner(BufferedImage image, String corner) {
        return image.getRGB(
                corner.startsWith("left") ? 8 : image.getWidth() - 9,
                corner.endsWith("top") ? 8 : image.getHeight() - 9);
    }

    @Test
    void what_is_looked_at_is_no_wider_than_a_screen_needs() throws IOException {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        ImageIO.write(Hostile.drawing(3000, 1000), "png", large);

        CleanFile clean = cleaner.clean(large.toByteArray());

        assertEquals(List.of(FileKind.PNG, 3000, 1000), List.of(clean.kind(), clean.width(), clean.height()));
        BufferedImage whole =
                ImageIO.read(new ByteArrayInputStream(clean.parts().get(0)));
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(clean.parts().get(1)));
        assertEquals(
                List.of(3000, 1000, 1200, 400),
                List.of(whole.getWidth(), whole.getHeight(), small.getWidth(), small.getHeight()));
    }

    @Test
    void a_pdf_keeps_its_pages_and_their_size() throws IOException {
        CleanFile clean = cleaner.clean(Hostile.pdf());

        assertEquals(
                List.of(FileKind.PDF, 0, 0, 2),
                List.of(
                        clean.kind(),
                        clean.width(),
                        clean.height(),
                        clean.parts().size()));
        try (PDDocument drawn = Loader.loadPDF(clean.parts().getFirst())) {
            assertEquals(200, drawn.getPage(0).getMediaBox().getWidth(), 0.5);
            assertEquals(100, drawn.getPage(0).getMediaBox().getHeight(), 0.5);
        }
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(clean.parts().get(1)));
        assertTrue((page.getRGB(100, 150) >> 16 & 0xFF) > 200 && (page.getRGB(100, 150) & 0xFF) < 60, "the red square");
    }

    @Test
    void text_is_written_in_one_way() {
        String sent = "\uFEFF\u1112\u1161\u11AB\r\ntab\there\r";
        CleanFile clean = cleaner.clean(Hostile.bytes(sent));

        assertEquals(FileKind.TEXT, clean.kind());
        assertArrayEquals(Hostile.bytes("\uD55C\ntab\there\n"), clean.parts().getFirst());
    }

    @Test
    void blanks_hold_nobody() {
        byte[] sent = Hostile.bytes("a <" + " ".repeat(2_000_000) + "b");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> cleaner.clean(sent));
    }

    @Test
    void documents_are_written_anew_of_the_parts_that_were_looked_at() throws IOException {
        String link = "<Relationships><Relationship Id=\"rId1\" Type=\"" + Hostile.RELATION
                + "/hyperlink\" TargetMode=\"External\" Target=\"https://x.example/a\"/><Relationship Id=\"rId2\" Type=\""
                + Hostile.RELATION + "/image\" Target=\"media/a.jpg\"/></Relationships>";
        String text = Hostile.paragraph("<w:hyperlink xmlns:r=\"" + Hostile.RELATION + "\" r:id=\"rId1\"/>"
                + Hostile.field(" PA", "GE  \\* MERGEFORMAT ")
                + Hostile.field("IF " + Hostile.field("PAGE") + " = 1 x"));
        byte[] docx = Hostile.docx(Map.of(
                "word/_rels/a.xml.rels", Hostile.bytes(link),
                "word/a.xml", Hostile.bytes(text),
                "word/media/a.jpg", Hostile.jpeg(),
                "docProps/core.xml",
                        Hostile.bytes(
                                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                                        + "core-properties\">" + Hostile.CANARY + "</cp:coreProperties>")));
        byte[] odt = Hostile.odt(Map.of(
                "Pictures/a.jpg", Hostile.jpeg(),
                "Configurations2/", new byte[0],
                "META-INF/manifest.xml", Hostile.bytes("<x/>"),
                "styles.xml",
                        Hostile.bytes(Hostile.odtText("<draw:image xlink:href=\"Pictures/a.jpg\" xlink:show=\"embed\""
                                + " xlink:actuate=\"onLoad\"/><text:a xlink:href=\"https://x.example/a\"/>")),
                "meta.xml",
                        Hostile.bytes("<office:document-meta xmlns:office=\"" + Hostile.ODF + "office:1.0\">"
                                + Hostile.CANARY + "</office:document-meta>")));
        for (byte[] sent : List.of(docx, odt)) {
            CleanFile clean = cleaner.clean(sent);

            assertTrue(clean.kind().mayHoldHiddenData());
            assertEquals(1, clean.parts().size());
            Map<String, byte[]> before = parts(sent);
            Map<String, byte[]> after = parts(clean.parts().getFirst());
            assertEquals(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
            after.forEach((name, content) -> {
                boolean saysWho = name.equals("meta.xml") || name.equals("docProps/core.xml");
                assertEquals(!saysWho, Arrays.equals(before.get(name), content), name);
                assertFalse(new String(content, StandardCharsets.UTF_8).contains(Hostile.CANARY), name);
            });
        }
        String begin = new String(cleaner.clean(odt).parts().getFirst(), 0, 77, StandardCharsets.ISO_8859_1);
        assertTrue(begin.endsWith("mimetypeapplication/vnd.oasis.opendocument.text"), "found without unpacking");
    }

    @Test
    void nothing_but_the_parts_of_a_document_is_kept() {
        byte[] sent = Hostile.docx(Map.of("word/a.xml", Hostile.bytes("<x/>")));
        String stored = new String(cleaner.clean(sent).parts().getFirst(), StandardCharsets.ISO_8859_1);
        byte[] dated = sent.clone();
        for (int at = 0; at < sent.length - 4; at++) {
            if (sent[at] == 'P' && sent[at + 1] == 'K' && sent[at + 2] == 3) {
                dated[at + 12] = 0x21;
            }
        }
        assertEquals(
                stored, new String(cleaner.clean(dated).parts().getFirst(), StandardCharsets.ISO_8859_1), "no time");
    }

    private static Map<String, byte[]> parts(byte[] archive) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void a_program_of_the_machine_looks_at_what_comes_if_one_is_configured() {
        byte[] sent = Hostile.bytes("find me");
        assertEquals("", refusal("/usr/bin/env cat", sent), "it gets the bytes and ends with 0");
        assertEquals("file.scan.found", refusal("/bin/grep -q -v find", Hostile.bytes("find me")));
        assertEquals("", refusal("/bin/grep -q find", sent));
        assertEquals("file.scan.silent", refusal("/bin/grep --no-such-option", sent));
        assertEquals("file.scan.silent", refusal("/no/such/program", sent));
    }

    @Test
    void that_program_learns_nothing_of_how_we_run(@TempDir Path directory) throws IOException {
        Path told = directory.resolve("told");
        Path program = Files.writeString(directory.resolve("scan.sh"), "/usr/bin/env > " + told + "\n");

        assertEquals("", refusal("/bin/sh " + program, Hostile.bytes("find me")));

        assertEquals(
                Set.of(),
                Files.readAllLines(told).stream()
                        .map(each -> each.replaceAll("=.*", ""))
                        .filter(each ->
                                !Set.of("PWD", "OLDPWD", "SHLVL", "_", "PATH").contains(each))
                        .collect(Collectors.toSet()));
    }

    /** Else the machine would need the memory of both at a time. */
    @Test
    void that_program_and_the_drawing_take_turns(@TempDir Path directory) throws Exception {
        Path program = Files.writeString(
                directory.resolve("scan.sh"),
                "/bin/mkdir " + directory.resolve("one") + " || exit 2; /bin/cat > /dev/null; /bin/sleep 0.1;"
                        + " /bin/rmdir " + directory.resolve("one"));
        cleaner.scan.command = Optional.of("/bin/sh " + program);
        try (ExecutorService several = Executors.newFixedThreadPool(3)) {
            List<Future<CleanFile>> all = several.invokeAll(
                    Collections.nCopies(3, (Callable<CleanFile>) () -> cleaner.clean(Hostile.bytes("some text"))));
            for (Future<CleanFile> each : all) {
                assertEquals(FileKind.TEXT, each.get().kind());
            }
        }
    }

    @Test
    void a_process_that_does_not_start_says_nothing_about_the_file() {
        for (String java : List.of("/no/such/java", "/bin/false")) {
            cleaner.drawing = new DrawingProcess(java);
            assertEquals("file.not-now", refusalOf(Hostile.jpeg()), java);
        }
        cleaner.drawing = new DrawingProcess("/bin/true");
        assertEquals("file.too-heavy", refusalOf(Hostile.jpeg()));
    }

    private String refusalOf(byte[] sent) {
        return assertThrows(RuleViolation.class, () -> cleaner.clean(sent)).messageKey();
    }

    private String refusal(String command, byte[] sent) {
        cleaner.scan.command = Optional.of(command);
        try {
            cleaner.clean(sent);
            return "";
        } catch (RuleViolation refused) {
            return refused.messageKey();
        }
    }

    @Test
    void one_byte_more_than_fits_is_too_much() {
        byte[] most = new byte[FileCleaner.LARGEST];
        Arrays.fill(most, (byte) 'a');
        assertEquals(FileKind.TEXT, cleaner.clean(most).kind());
        byte[] more = new byte[FileCleaner.LARGEST + 1];
        assertEquals(
                "file.too-large",
                assertThrows(RuleViolation.class, () -> cleaner.clean(more)).messageKey());
    }
}
