package org.durumi.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.durumi.kernel.RuleViolation;

/** Of which kind a file is by its first bytes, whatever it is called. */
final class FileSort {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Old documents of Word, and encrypted ones of any age. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Documents of Hangul, in an OLE or, the oldest, without. */
    private static final byte[] HWP = ascii("HWP Document File");

    /** Photos as telephones take them. */
    private static final List<String> HEIC =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");

    private static final int BRAND_AT = 8;
    private static final int FIRST_NAME_AT = 30;

    private FileSort() {}

    /** @throws RuleViolation at «file» if no such file is taken */
    static FileKind of(byte[] sent) {
        if (begins(sent, JPEG, 0)) {
            return FileKind.JPEG;
        } else if (begins(sent, PNG, 0)) {
            return FileKind.PNG;
        } else if (begins(sent, PDF, 0)) {
            return FileKind.PDF;
        } else if (begins(sent, ZIP, 0)) {
            // By the name of its first part; what it is indeed is looked at where no key is.
            return begins(sent, ascii("mimetype"), FIRST_NAME_AT) ? FileKind.ODT : FileKind.DOCX;
        } else if (begins(sent, HWP, 0) || begins(sent, OLE, 0) && holds(sent, HWP)) {
            throw RuleViolation.at("file", "file.kind.hwp");
        } else if (begins(sent, OLE, 0)) {
            throw RuleViolation.at("file", "file.kind.old-document");
        } else if (begins(sent, ascii("ftyp"), 4)
                && HEIC.stream().anyMatch(each -> begins(sent, ascii(each), BRAND_AT))) {
            throw RuleViolation.at("file", "file.kind.heic");
        }
        PlainText.require(sent);
        return FileKind.TEXT;
    }

    private static boolean begins(byte[] sent, byte[] with, int at) {
        if (sent.length < at + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (sent[at + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] sent, byte[] wanted) {
        for (int at = 0; at <= sent.length - wanted.length; at++) {
            if (begins(sent, wanted, at)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
