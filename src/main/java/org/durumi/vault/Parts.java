package org.durumi.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Several parts as one row of bytes: how many, then the length and the bytes of each. What follows after them is not read. */
final class Parts {
    private Parts() {}

    static byte[] join(List<byte[]> parts) {
        int length = Short.BYTES
                + parts.stream().mapToInt(each -> Integer.BYTES + each.length).sum();
        ByteBuffer joined = ByteBuffer.allocate(length).putShort((short) parts.size());
        parts.forEach(each -> joined.putInt(each.length).put(each));
        return joined.array();
    }

    static List<byte[]> split(byte[] joined) {
        ByteBuffer rest = ByteBuffer.wrap(joined);
        int count = rest.getShort();
        List<byte[]> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] part = new byte[rest.getInt()];
            rest.get(part);
            parts.add(part);
        }
        return parts;
    }
}
