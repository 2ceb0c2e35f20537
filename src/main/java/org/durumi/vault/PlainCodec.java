package org.durumi.vault;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes values without parts. Numbers, days and the like are always of the same length, so that it does not tell which. */
record PlainCodec<T>(Function<T, byte[]> writing, Function<byte[], T> reading, Optional<T> unknown)
        implements Codec<T> {
    private static final Codec<String> TEXT = new PlainCodec<>(PlainCodec::utf8, PlainCodec::text, Optional.of(""));

    private static final Codec<Integer> NUMBER =
            of(value -> ByteBuffer.allocate(Integer.BYTES).putInt(value), written -> written.getInt());

    private static final Codec<Boolean> BOOLEAN =
            of(value -> ByteBuffer.allocate(1).put((byte) (value ? 1 : 0)), written -> written.get() == 1);

    private static final Codec<LocalDate> DAY = of(
            value -> ByteBuffer.allocate(Long.BYTES).putLong(value.toEpochDay()),
            written -> LocalDate.ofEpochDay(written.getLong()));

    private static final Codec<Instant> MOMENT = of(
            value -> ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(value.getEpochSecond())
                    .putInt(value.getNano()),
            written -> Instant.ofEpochSecond(written.getLong(), written.getInt()));

    private static final Codec<UUID> IDENTIFIER = of(
            value -> ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits()),
            written -> new UUID(written.getLong(), written.getLong()));

    private static final Codec<BigDecimal> AMOUNT = new PlainCodec<>(
            value -> utf8(value.toPlainString()), written -> new BigDecimal(text(written)), Optional.empty());

    private static final Codec<Currency> CURRENCY = new PlainCodec<>(
            value -> utf8(value.getCurrencyCode()), written -> Currency.getInstance(text(written)), Optional.empty());

    private static final Map<Class<?>, Codec<?>> ALL = Map.of(
            String.class, TEXT,
            int.class, NUMBER,
            Integer.class, NUMBER,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN,
            LocalDate.class, DAY,
            Instant.class, MOMENT,
            UUID.class, IDENTIFIER,
            BigDecimal.class, AMOUNT,
            Currency.class, CURRENCY);

    /** @throws IllegalArgumentException if a sealed record cannot hold values of this type */
    static Codec<?> of(Class<?> type) {
        Codec<?> known = ALL.get(type);
        if (known == null) {
            throw new IllegalArgumentException("a sealed record cannot hold " + type.getName());
        }
        return known;
    }

    private static <T> Codec<T> of(Function<T, ByteBuffer> writing, Function<ByteBuffer, T> reading) {
        return new PlainCodec<>(
                value -> writing.apply(value).array(),
                written -> reading.apply(ByteBuffer.wrap(written)),
                Optional.empty());
    }

    @Override
    public byte[] write(T value) {
        return writing.apply(value);
    }

    @Override
    public T read(byte[] written) {
        return reading.apply(written);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] written) {
        return new String(written, StandardCharsets.UTF_8);
    }
}
