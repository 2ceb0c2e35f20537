package org.durumi.mac;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row says in clear, as bytes: each value with its length, so that no two lists of values are the same. */
public final class Values {
    /** Stands for the length of a value that is not there. */
    private static final int ABSENT = -1;

    private Values() {}

    /**
     * These values in this order.
     *
     * @param values texts, numbers, enums, identifiers, bytes, moments in microseconds (as the database keeps them), or
     *     optional ones
     * @throws IllegalArgumentException for a moment finer than the database keeps, which would never fit again
     */
    public static byte[] bytes(@Nullable Object... values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object each : values) {
            add(all, each instanceof Optional<?> optional ? optional.orElse(null) : each);
        }
        return all.toByteArray();
    }

    /**
     * The SHA-256 of these values in this order.
     *
     * @param values as for {@link #bytes}
     */
    public static byte[] hash(@Nullable Object... values) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(values));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static void add(ByteArrayOutputStream all, @Nullable Object value) {
        if (value == null) {
            all.writeBytes(length(ABSENT));
            return;
        }
        byte[] bytes = value instanceof byte[] raw ? raw : text(value).getBytes(StandardCharsets.UTF_8);
        all.writeBytes(length(bytes.length));
        all.writeBytes(bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static String text(Object value) {
        if (value instanceof Instant moment) {
            if (!moment.truncatedTo(ChronoUnit.MICROS).equals(moment)) {
                throw new IllegalArgumentException("a moment finer than microseconds is not stored as it is");
            }
            return moment.toString();
        }
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }
}
