package org.durumi.vault;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes several values in no order, as many parts. */
record SetCodec<T>(Codec<List<T>> each) implements Codec<Set<T>> {
    static <T> SetCodec<T> of(Codec<T> each) {
        return new SetCodec<>(new ListCodec<>(each));
    }

    @Override
    public byte[] write(Set<T> value) {
        return each.write(List.copyOf(value));
    }

    @Override
    public Set<T> read(byte[] written) {
        return Set.copyOf(each.read(written));
    }

    @Override
    public Optional<Set<T>> unknown() {
        return Optional.of(Set.of());
    }
}
