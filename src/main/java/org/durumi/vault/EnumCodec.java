package org.durumi.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the constants of an enum by their names, each as long as the longest, so that the length does not tell which. */
final class EnumCodec<E extends Enum<E>> implements Codec<E> {
    private static final String FILL = "\0";

    private final Class<E> type;
    private final int longest;

    private EnumCodec(Class<E> type) {
        this.type = type;
        this.longest = Arrays.stream(type.getEnumConstants())
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Codec<?> of(Class<?> type) {
        return new EnumCodec(type);
    }

    @Override
    public byte[] write(E value) {
        return Arrays.copyOf(value.name().getBytes(StandardCharsets.US_ASCII), longest);
    }

    @Override
    public E read(byte[] written) {
        return Enum.valueOf(type, new String(written, StandardCharsets.US_ASCII).replace(FILL, ""));
    }

    /** UNKNOWN, or NONE. */
    @Override
    public Optional<E> unknown() {
        return Stream.of("UNKNOWN", "NONE")
                .flatMap(name -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(name)))
                .findFirst();
    }
}
