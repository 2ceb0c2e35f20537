package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What must hold of a file that was drawn anew, whatever came. */
final class Harmless {
    private Harmless() {}

    /** Nothing of what was hidden is in what is stored. */
    static void require(CleanFile clean) throws IOException {
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
}
