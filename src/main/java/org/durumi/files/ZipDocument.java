package org.durumi.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.durumi.kernel.RuleViolation;

/**
 * A document of an office, looked through: it is stored as it came, so nothing may be in it that acts, hides another file, or
 * fetches something when it is opened.
 */
final class ZipDocument {
    private static final int MOST_ENTRIES = 2000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    /** A piece of text says so much more than it weighs; what is larger was made to be. */
    private static final int HIGHEST_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 8L * 1024 * 1024;
    private static final int BUFFER = 8192;
    /** The record at the end of an archive, without a comment. */
    private static final int END_LENGTH = 22;

    private static final int END = 0x06054B50;
    private static final int NUMBER_AT = 10;

    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /** Macros, programs, documents in the document. */
    private static final Pattern ACTS = Pattern.compile(
            "(^|/)(vbaproject|vbadata|basic/|scripts/|macros?/|activex|embeddings/|object \\d|objectreplacements/|configurations2/accelerator/.)"
                    + "|\\.(bin|exe|dll|js|vbs|jar|class|zip|docx|docm|dotm|xls\\w*|ppt\\w*|svg|html?|swf|ole)$",
            Pattern.CASE_INSENSITIVE);

    /** In what is written: entities, macros, fields and frames that fetch or start something. */
    private static final Pattern FETCHES = Pattern.compile(
            "<!DOCTYPE|<!ENTITY|macroEnabled|vbaProject|<script:|office:script\\b|event-listener|encryption-data|\\bDDE(AUTO)?\\b|"
                    + "INCLUDEPICTURE|INCLUDETEXT|altChunk|oleObject|(xlink:href=\"(?!#)[^\"]*:[^\"]*\"[^>]*xlink:(show=\"embed\"|actuate=\"onLoad\"))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private ZipDocument() {}

    /** @throws RuleViolation at «file» if it is no such document, or one that is not taken */
    static FileKind kindOf(byte[] sent) {
        Map<String, String> written = new TreeMap<>();
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent), StandardCharsets.UTF_8)) {
            long total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requireHarmless(entry.getName());
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT)) || names.size() > MOST_ENTRIES) {
                    throw refused("file.document");
                }
                total += read(zip, entry.getName(), written, total, sent.length);
            }
        } catch (IOException | IllegalArgumentException damagedOrLocked) {
            throw refused("file.document");
        }
        requireNothingAround(sent, names.size());
        return kind(written);
    }

    private static FileKind kind(Map<String, String> written) {
        if (written.getOrDefault("mimetype", "").equals(ODT) && written.containsKey("content.xml")) {
            return FileKind.ODT;
        } else if (written.getOrDefault("[Content_Types].xml", "").contains('"' + DOCX + '"')
                && written.containsKey("word/document.xml")) {
            return FileKind.DOCX;
        }
        throw refused("file.kind");
    }

    private static void requireHarmless(String name) {
        boolean strange = name.length() > 255
                || name.startsWith("/")
                || name.contains("..")
                || name.contains("\\")
                || name.chars().anyMatch(Character::isISOControl);
        if (strange || ACTS.matcher(name).find()) {
            throw refused("file.document");
        }
    }

    /** How many bytes an entry has. What is written in it is kept, to be looked at. */
    private static long read(ZipInputStream zip, String name, Map<String, String> written, long before, int packed)
            throws IOException {
        boolean isText =
                name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype") || name.endsWith(".rdf");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            if (length == 0) {
                requireNoProgram(buffer, read);
            }
            length += read;
            if (before + length > MOST_BYTES
                    || before + length > RATIO_COUNTS_FROM && before + length > (long) HIGHEST_RATIO * packed
                    || isText && length > MOST_BYTES / 4) {
                throw refused("file.document");
            }
            if (isText) {
                text.write(buffer, 0, read);
            }
        }
        if (isText) {
            look(name, text.toString(StandardCharsets.UTF_8), written);
        }
        return length;
    }

    private static void look(String name, String text, Map<String, String> written) {
        // In two bytes for each character, nothing of it would be found.
        if (text.indexOf('\0') >= 0 || FETCHES.matcher(text).find()) {
            throw refused("file.document");
        }
        RELATION.matcher(text)
                .results()
                .map(each -> each.group().toLowerCase(Locale.ROOT))
                .forEach(each -> {
                    if (each.contains("targetmode=\"external\"") && !each.contains("/hyperlink\"")) {
                        throw refused("file.document");
                    }
                });
        boolean decides = Set.of("mimetype", "content.xml", "[Content_Types].xml", "word/document.xml")
                .contains(name);
        written.put(name, decides ? text : "");
    }

    /** Archives, programs, old documents and PDFs are no parts of a document. */
    private static void requireNoProgram(byte[] content, int length) {
        String begins = new String(content, 0, Math.min(length, 5), StandardCharsets.ISO_8859_1);
        if (begins.startsWith("PK\u0003\u0004")
                || begins.startsWith("\u00D0\u00CF\u0011\u00E0")
                || begins.startsWith("MZ")
                || begins.startsWith("\u007FELF")
                || begins.startsWith("%PDF")) {
            throw refused("file.document");
        }
    }

    /** The list at the end tells of the same entries, and nothing stands behind it: another program reads no other document. */
    private static void requireNothingAround(byte[] sent, int entries) {
        if (sent.length < END_LENGTH) {
            throw refused("file.document");
        }
        ByteBuffer end = ByteBuffer.wrap(sent, sent.length - END_LENGTH, END_LENGTH)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        if (end.getInt(0) != END || (end.getShort(NUMBER_AT) & 0xFFFF) != entries) {
            throw refused("file.document");
        }
    }

    private static RuleViolation refused(String key) {
        return RuleViolation.at("file", key);
    }
}
