package org.durumi.web.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The key of a form: the first half of the SHA-256 of what it says, as a UUID of version 8. */
public final class FormKey {
    private static final long VERSION = 0x8000L;
    private static final long VERSION_BITS = 0xf000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_BITS = 0xc000000000000000L;

    private FormKey() {}

    public static UUID of(String content) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong() & ~VERSION_BITS | VERSION, digest.getLong() & ~VARIANT_BITS | VARIANT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
