package org.durumi.files.drawing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A document of an office, which nobody here can draw: each part is looked through, and the archive is written anew of exactly these parts.
 * So whatever else stood in it – between the parts, behind them, in a second list of them – is gone, and what was looked at is what is opened.
 */
final class OfficeDocument {
    private static final int MOST_BYTES = 200 * 1024 * 1024;
    /** A piece of text says so much more than it weighs; what is larger was made to be. */
    private static final int HIGHEST_RATIO = 200;

    private static final int RATIO_COUNTS_FROM = 8 * 1024 * 1024;
    /** So much is kept of a part to be read; one at a time. */
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;

    private static final int LONGEST_NAME = 255;
    private static final int BUFFER = 8192;
    /** The first day of these dates needs a field of its own, for dates before it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final String MIMETYPE = "mimetype";
    private static final String OF_ODT = "application/vnd.oasis.opendocument.text";
    private static final String OF_HWPX = "application/hwp+zip";

    /** Macros, programs, documents in the document. */
    private static final Pattern ACTS = Pattern.compile(
            "(^|/)(vbaproject|vbadata|basic/|scripts/|macros?/|activex|embeddings/|object \\d|objectreplacements/|configurations2/accelerator/.)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WRITTEN = Pattern.compile("\\.(xml|rels|rdf)$", Pattern.CASE_INSENSITIVE);

    /** Everything else is an image, a font, or nothing of importance; what is none of these is in no document of ours. */
    private static final Pattern SEEN = Pattern.compile(
            "(^|/)layout-cache$|\\.(png|jpe?g|jpe|jfif|gif|bmp|tiff?|emf|wmf|wdp|hdp|odttf|ttf|otf)$",
            Pattern.CASE_INSENSITIVE);

    private final boolean isOdt;
    private final int packed;
    private final ZipInputStream in;
    private final ZipOutputStream out;
    private final Set<String> names = new HashSet<>();
    private final Relations relations = new Relations();
    private long total;

    private OfficeDocument(boolean isOdt, int packed, ZipInputStream in, ZipOutputStream out) {
        this.isOdt = isOdt;
        this.packed = packed;
        this.in = in;
        this.out = out;
    }

    /** @throws NotDrawable if it is no such document, or one that is not taken */
    static DrawnFile copy(String kind, byte[] sent) {
        boolean isOdt = kind.equals("ODT");
        List<String> listed = ListOfParts.read(sent);
        if (!listed.containsAll(
                isOdt ? List.of(MIMETYPE, "content.xml") : List.of("[Content_Types].xml", "word/document.xml"))) {
            // HWPX has a mimetype too, and says in it what it is.
            throw new NotDrawable(isOdt && isHwpx(sent) ? "file.kind.hwp" : "file.kind");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
        try (ZipInputStream in = opened(sent);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            new OfficeDocument(isOdt, sent.length, in, out).copy(listed);
        } catch (IOException | IllegalArgumentException damagedOrLocked) {
            throw NotDrawable.document();
        }
        return new DrawnFile(0, 0, List.of(bytes.toByteArray()));
    }

    private static ZipInputStream opened(byte[] sent) {
        return new ZipInputStream(new ByteArrayInputStream(sent), StandardCharsets.UTF_8);
    }

    private static boolean isHwpx(byte[] sent) {
        try (ZipInputStream in = opened(sent)) {
            return in.getNextEntry() != null
                    && new String(in.readNBytes(OF_HWPX.length()), StandardCharsets.US_ASCII).equals(OF_HWPX);
        } catch (IOException | IllegalArgumentException damaged) {
            return false;
        }
    }

    private void copy(List<String> listed) throws IOException {
        int at = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName();
            requireHarmless(name);
            // Whoever opens it by its list sees what is looked at here, and in this order.
            if (at >= listed.size() || !listed.get(at).equals(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw NotDrawable.document();
            }
            if (isOdt && at == 0) {
                copyKind(name);
            } else if (WRITTEN.matcher(name).find()) {
                copyWritten(name);
            } else {
                copySeen(name);
            }
            at++;
        }
        if (at != listed.size()) {
            throw NotDrawable.document();
        }
        relations.requireHarmless();
        if (!isOdt && !relations.areOfDocx()) {
            throw new NotDrawable("file.kind");
        }
    }

    private static void requireHarmless(String name) {
        boolean strange = name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.contains("..")
                || name.contains("\\")
                || name.chars().anyMatch(Character::isISOControl);
        if (strange || ACTS.matcher(name).find()) {
            throw NotDrawable.document();
        }
    }

    /** The first part of an ODT says what it is, as it stands, so that others find it without unpacking. */
    private void copyKind(String name) throws IOException {
        byte[] said = OF_ODT.getBytes(StandardCharsets.US_ASCII);
        if (!name.equals(MIMETYPE) || !Arrays.equals(text(), said)) {
            throw new NotDrawable("file.kind");
        }
        CRC32 sum = new CRC32();
        sum.update(said);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(said.length);
        entry.setCrc(sum.getValue());
        begin(entry);
        out.write(said);
        out.closeEntry();
    }

    private void copyWritten(String name) throws IOException {
        byte[] text = text();
        if (text.length > 0) {
            text = new WrittenPart(name, relations).lookedThrough(text);
        }
        begin(new ZipEntry(name));
        out.write(text);
        out.closeEntry();
    }

    private void copySeen(String name) throws IOException {
        boolean isDirectory = name.endsWith("/");
        if (!isDirectory && !SEEN.matcher(name).find()) {
            throw NotDrawable.document();
        }
        begin(new ZipEntry(name));
        byte[] buffer = new byte[BUFFER];
        boolean first = true;
        for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
            count(read);
            if (isDirectory || first && FirstBytes.areOfNoImage(buffer, read)) {
                throw NotDrawable.document();
            }
            first = false;
            out.write(buffer, 0, read);
        }
        out.closeEntry();
    }

    private void begin(ZipEntry entry) throws IOException {
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
    }

    /** The whole of a part that is read. */
    private byte[] text() throws IOException {
        InputStream part = in;
        byte[] text = part.readNBytes(LONGEST_TEXT);
        count(text.length);
        if (part.read() >= 0) {
            throw NotDrawable.document();
        }
        return text;
    }

    private void count(int more) {
        total += more;
        if (total > MOST_BYTES || total > RATIO_COUNTS_FROM && total > (long) HIGHEST_RATIO * packed) {
            throw NotDrawable.document();
        }
    }
}
