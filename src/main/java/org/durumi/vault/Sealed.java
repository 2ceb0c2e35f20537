package org.durumi.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, as the database holds it: unreadable without the key of its case. What was sealed or opened here is
 * readable, through its {@link SealedColumn}.
 */
@Immutable
public final class Sealed {
    private static final int VERSION_AT = 1;
    private static final Sealed NOTHING = new Sealed(new byte[0]);

    private final byte[] bytes;
    private final @Nullable Record said;

    /** @param bytes a byte 1, the version of the key in four bytes, then nonce, ciphertext and tag */
    public Sealed(byte[] bytes) {
        this(bytes, null);
    }

    private Sealed(byte[] bytes, @Nullable Record said) {
        this.bytes = bytes.clone();
        this.said = said;
    }

    /** Nothing has been said yet. */
    public static Sealed nothing() {
        return NOTHING;
    }

    public boolean isNothing() {
        return bytes.length == 0;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same, which now says this too. */
    Sealed saying(Record said) {
        return new Sealed(bytes, said);
    }

    /** @throws IllegalStateException if it was not opened */
    Record said() {
        if (said == null) {
            throw new IllegalStateException("it was not opened");
        }
        return said;
    }

    /** @throws WillNotOpen if nothing was sealed here */
    int keyVersion() {
        if (bytes.length <= VERSION_AT + Integer.BYTES) {
            throw new WillNotOpen("not sealed");
        }
        return ByteBuffer.wrap(bytes).getInt(VERSION_AT);
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
