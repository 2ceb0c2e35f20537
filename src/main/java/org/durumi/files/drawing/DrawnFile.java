package org.durumi.files.drawing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
     * @throws NotDrawable if the file was not drawn
     * @throws IOException if it says nothing that it should
     */
    public static DrawnFile read(DataInputStream in) throws IOException {
        int answer = in.readByte();
        if (answer == REFUSED) {
            throw new NotDrawable(in.readUTF());
        } else if (answer != DRAWN) {
            throw new IOException("no answer");
        }
        int width = in.readInt();
        int height = in.readInt();
        int count = in.readInt();
        int left = LARGEST;
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > left) {
                throw new IOException("too much");
            }
            left -= length;
            byte[] part = new byte[length];
            in.readFully(part);
            parts.add(part);
        }
        return new DrawnFile(width, height, parts);
    }
}
