package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportFontsTest {
    private static final Path FONTS = Path.of("src/main/resources/fonts");
    private static final Pattern LISTED = Pattern.compile("\\| `([^`]+\\.ttf)` \\| `([0-9a-f]{64})` \\|");

    @Test
    void the_fonts_are_as_their_makers_publish_them() throws Exception {
        var listed = LISTED.matcher(Files.readString(FONTS.resolve("README.md")))
                .results()
                .toList();
        assertEquals(8, listed.size());
        for (MatchResult font : listed) {
            byte[] file = Files.readAllBytes(FONTS.resolve(font.group(1)));
            assertEquals(
                    font.group(2),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
    }

    @Test
    void every_hangul_syllable_common_signs_and_common_han_can_be_printed() {
        String printable = ReportFonts.lend(
                fonts -> IntStream.concat(IntStream.rangeClosed('가', '힣'), "□–−·…“”₩¥昆明辽宁护照😀".codePoints())
                        .filter(fonts::print)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        assertEquals('힣' - '가' + 1 + "□–−·…“”₩¥昆明辽宁护照".length(), printable.length());
        assertFalse(printable.contains("😀"));
    }

    @Test
    void a_failed_report_keeps_nobody_from_the_fonts() {
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> ReportFonts.lend(fonts -> {
                        throw new IllegalStateException("broken");
                    }));
        }
        assertEquals(true, ReportFonts.lend(fonts -> fonts.print('가')));
    }
}
