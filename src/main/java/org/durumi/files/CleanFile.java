package org.durumi.files;

import java.util.List;

/**
 * A file as it is stored: nothing of what its sender did not mean to send is in it, as far as its kind allows.
 *
 * @param width in pixels; 0 if it is no image
 * @param height in pixels; 0 if it is no image
 * @param parts what is downloaded, then one small image for each page that can be looked at
 */
public record CleanFile(FileKind kind, int width, int height, List<byte[]> parts) {
    public CleanFile {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is something to download");
        }
    }

    /** What has no pages to look at. */
    static CleanFile asItIs(FileKind kind, byte[] content) {
        return new CleanFile(kind, 0, 0, List.of(content));
    }

    /** How many bytes there are of it, small images too. */
    long size() {
        return parts.stream().mapToLong(each -> each.length).sum();
    }
}
