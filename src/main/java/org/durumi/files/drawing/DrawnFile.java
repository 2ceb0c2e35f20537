package org.durumi.files.drawing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was drawn of a file, on its way from the process that draws.
 *
 * @param width in pixels; 0 if it is no image
 * @param height in pixels; 0 if it is no image
 * @param parts the whole, then one small image for each page
 */
public record DrawnFile(int width, int height, List<byte[]> parts) {
    /** So many bytes are taken of a file that was drawn: a photo or a scan is rarely larger than it came. */
    private static final int LARGEST = 40 * 1024 * 1024;

    /** The whole, and as many pages as a PDF may have. */
    private static final int MOST_PARTS = 61;

    private static final int MOST_PIXELS = 40_000_000;

    /** Why a file may be refused: nothing else that is said is looked up, shown or logged. */
    private static final Set<String> KEYS = Set.of(
            "file.damaged",
            "file.document",
            "file.image.pixels",
            "file.kind",
            "file.kind.hwp",
            "file.pdf.fonts",
            "file.pdf.image",
            "file.pdf.locked",
            "file.pdf.page-size",
            "file.pdf.pages",
            "file.too-heavy");

    private static final int DRAWN = 1;
    private static final int REFUSED = 2;

    public DrawnFile {
        parts = List.copyOf(parts);
    }

    /** @throws NotDrawable if it became too large */
    void write(DataOutputStream out) throws IOException {
        if (parts.stream().mapToLong(each -> each.length).sum() > LARGEST) {
            throw new NotDrawable("file.too-heavy");
        }
        out.writeByte(DRAWN);
        out.writeInt(width);
        out.writeInt(height);
        out.writeInt(parts.size());
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    static void refuse(String key, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(key);
    }

    /**
     * Reads what the process says, which may be no longer ours after it read the file.
     *
     * @param kind the name of the kind of file that it was given
     * @throws NotDrawable if the file was not drawn
     * @throws EOFException if it says nothing at all
     * @throws IOException if it says something that it should not
     */
    public static DrawnFile read(String kind, DataInputStream in) throws IOException {
        int answer = in.readByte();
        if (answer == REFUSED) {
            String key = in.readUTF();
            require(KEYS.contains(key));
            throw new NotDrawable(key);
        }
        require(answer == DRAWN);
        int width = in.readInt();
        int height = in.readInt();
        int count = in.readInt();
        requireFitting(kind, width, height, count);
        int left = LARGEST;
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            require(length >= 1 && length <= left);
            left -= length;
            byte[] part = in.readNBytes(length);
            // Each page is looked at as a JPEG.
            require(part.length == length && FirstBytes.fit(i == 0 ? kind : "JPEG", part));
            parts.add(part);
        }
        return new DrawnFile(width, height, parts);
    }

    private static void requireFitting(String kind, int width, int height, int count) throws IOException {
        switch (kind) {
            case "JPEG", "PNG" ->
                require(width > 0 && height > 0 && (long) width * height <= MOST_PIXELS && count == 2);
            case "PDF" -> require(width == 0 && height == 0 && count > 1 && count <= MOST_PARTS);
            default -> require(width == 0 && height == 0 && count == 1);
        }
    }

    private static void require(boolean fits) throws IOException {
        if (!fits) {
            throw new IOException("no answer of ours");
        }
    }
}
