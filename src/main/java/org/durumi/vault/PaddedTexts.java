package org.durumi.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Several texts as bytes, filled up to a multiple of 64, so that the length of what is sealed tells little. */
final class PaddedTexts {
    private static final int STEP = 64;

    private PaddedTexts() {}

    static byte[] write(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = Short.BYTES
                + encoded.stream().mapToInt(each -> Integer.BYTES + each.length).sum();
        ByteBuffer padded = ByteBuffer.allocate((length + STEP - 1) / STEP * STEP);
        padded.putShort((short) encoded.size());
        encoded.forEach(each -> padded.putInt(each.length).put(each));
        return padded.array();
    }

    static List<String> read(byte[] padded) {
        ByteBuffer rest = ByteBuffer.wrap(padded);
        int count = rest.getShort();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] encoded = new byte[rest.getInt()];
            rest.get(encoded);
            texts.add(new String(encoded, StandardCharsets.UTF_8));
        }
        return List.copyOf(texts);
    }
}
