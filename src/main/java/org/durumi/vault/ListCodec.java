package org.durumi.vault;

import java.util.List;
import java.util.Optional;

/** Writes several values of one type, in their order. */
record ListCodec<T>(Codec<T> each) implements Codec<List<T>> {
    @Override
    public byte[] write(List<T> value) {
        return Parts.join(value.stream().map(each::write).toList());
    }

    @Override
    public List<T> read(byte[] written) {
        return Parts.split(written).stream().map(each::read).toList();
    }

    @Override
    public Optional<List<T>> unknown() {
        return Optional.of(List.of());
    }
}
