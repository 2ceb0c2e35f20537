package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to do harm, or that tell more than their sender knows: refused with a message, or harmless. */
class HostileFilesTest {
    private final FileCleaner cleaner = cleaner();

    static FileCleaner cleaner() {
        FileCleaner cleaner = new FileCleaner();
        cleaner.drawing = new DrawingProcess();
        cleaner.scan = new MalwareScan();
        cleaner.scan.command = Optional.empty();
        return cleaner;
    }

    static List<Hostile> all() {
        return Hostile.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_refused_with_a_message_or_harmless(Hostile file) throws IOException {
        if (file.refusal().isEmpty()) {
            requireHarmless(cleaner.clean(file.sent()));
        } else {
            RuleViolation refusal = assertThrows(RuleViolation.class, () -> cleaner.clean(file.sent()));
            assertEquals("file", refusal.field());
            assertTrue(file.isRefusedWith(refusal.messageKey()), refusal.messageKey());
        }
    }

    /** Nothing of what was hidden is in what is stored. */
    static void requireHarmless(CleanFile clean) throws IOException {
        for (byte[] part : clean.parts()) {
            String text = new String(part, StandardCharsets.ISO_8859_1);
            for (String payload : List.of(Hostile.CANARY, "<script", "<html", "PK\u0003\u0004", "Exif", "http")) {
                assertFalse(text.contains(payload), payload);
            }
        }
        assertEquals(clean.kind() == FileKind.PDF, text(clean).startsWith("%PDF"));
        if (clean.kind() == FileKind.PDF) {
            requirePlain(clean.parts().getFirst());
        }
    }

    private static String text(CleanFile clean) {
        return new String(clean.parts().getFirst(), StandardCharsets.ISO_8859_1);
    }

    private static void requirePlain(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertNull(document.getDocumentCatalog().getOpenAction());
            assertNull(document.getDocumentCatalog().getNames());
            assertNull(document.getDocumentCatalog().getAcroForm());
            assertNull(document.getDocumentCatalog().getMetadata());
            assertEquals(
                    List.of(), List.copyOf(document.getDocumentInformation().getMetadataKeys()));
            for (PDPage page : document.getPages()) {
                assertEquals(List.of(), page.getAnnotations());
            }
        }
    }

    @Test
    void there_are_many_of_them() {
        assertTrue(all().size() >= 80, "" + all().size());
    }
}
