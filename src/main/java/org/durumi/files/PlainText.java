package org.durumi.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.durumi.kernel.RuleViolation;

/** Text and nothing else: correct UTF-8 without control characters, which no program takes for a page or a program. */
final class PlainText {
    private static final char MARK = '\uFEFF';

    /** What a browser, an image program or an office would act on. */
    private static final Pattern ACTS = Pattern.compile(
            "\\A\\s*+(<|\\{\\\\rtf|%!|#!|@echo)|<[\\s/!?]*+(html|head|body|script|svg|iframe|object|embed|img|style|link|meta|math"
                    + "|form|doctype|entity|xml)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    /** @throws RuleViolation at «file» if it is no plain text */
    static void require(byte[] sent) {
        String text = read(sent);
        boolean controls = text.chars()
                .anyMatch(each -> Character.isISOControl(each) && each != '\t' && each != '\n' && each != '\r');
        if (controls || text.isBlank() || ACTS.matcher(text).find()) {
            throw RuleViolation.at("file", "file.kind");
        }
    }

    /** The same, written in one way: composed syllables, one sign for the end of a line, no mark at the beginning. */
    static byte[] normalised(byte[] sent) {
        return Normalizer.normalize(read(sent), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String read(byte[] sent) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .toString();
            return text.startsWith(String.valueOf(MARK)) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw RuleViolation.at("file", "file.kind");
        }
    }
}
