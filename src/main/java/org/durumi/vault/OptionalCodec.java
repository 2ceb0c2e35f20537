package org.durumi.vault;

import java.util.List;
import java.util.Optional;

/** Writes what may be missing, as one part or none. */
record OptionalCodec<T>(Codec<T> each) implements Codec<Optional<T>> {
    @Override
    public byte[] write(Optional<T> value) {
        return Parts.join(value.map(each::write).stream().toList());
    }

    @Override
    public Optional<T> read(byte[] written) {
        List<byte[]> parts = Parts.split(written);
        return parts.stream().findFirst().map(each::read);
    }

    @Override
    public Optional<Optional<T>> unknown() {
        return Optional.of(Optional.empty());
    }
}
