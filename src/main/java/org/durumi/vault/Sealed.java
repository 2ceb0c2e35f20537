package org.durumi.vault;

import java.util.Arrays;
import org.hibernate.annotations.Immutable;

/**
 * The texts of one row as the database holds them: unreadable without the key of their case.
 *
 * @param bytes a byte for the format, the version of the key in four bytes, and what Tink made of the texts
 */
@Immutable
public record Sealed(byte[] bytes) {
    public Sealed {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "sealed";
    }
}
