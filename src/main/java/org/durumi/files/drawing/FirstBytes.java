package org.durumi.files.drawing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What something is by how it begins, whatever it is called. */
final class FirstBytes {
    private static final int LONGEST = 8;
    private static final String JPEG = "\u00FF\u00D8\u00FF";

    /** Archives, programs, old documents, PDFs; and pages and XML in the encodings in which somebody could read them. */
    private static final List<String> OF_NO_IMAGE = List.of(
            "PK\u0003\u0004",
            "PK\u0005\u0006",
            "\u00D0\u00CF\u0011\u00E0",
            "MZ",
            "\u007FELF",
            "%PDF",
            "<",
            "\u00EF\u00BB\u00BF",
            "\u00FE\u00FF",
            "\u00FF\u00FE",
            "\0<",
            "\0\0\0<",
            "Lo\u00A7\u0094");

    private FirstBytes() {}

    static boolean areOfNoImage(byte[] content, int length) {
        String begins = new String(content, 0, length, StandardCharsets.ISO_8859_1).stripLeading();
        return OF_NO_IMAGE.stream().anyMatch(begins::startsWith);
    }

    /** @param kind the name of a kind of file that is stored */
    static boolean fit(String kind, byte[] content) {
        String begins = new String(content, 0, Math.min(content.length, LONGEST), StandardCharsets.ISO_8859_1);
        return begins.startsWith(
                switch (kind) {
                    case "JPEG" -> JPEG;
                    case "PNG" -> "\u0089PNG\r\n\u001A\n";
                    case "PDF" -> "%PDF-";
                    default -> "PK\u0003\u0004";
                });
    }
}
