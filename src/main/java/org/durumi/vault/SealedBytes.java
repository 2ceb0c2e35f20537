package org.durumi.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.durumi.mac.Values;

/**
 * A column in which each row holds bytes, sealed together with what the row says in clear: a row of which somebody else changed
 * either does not open any more.
 */
public final class SealedBytes {
    /** The bytes of the hash of what stands in clear, which come first: a rotation of keys, which knows no rows, carries it along. */
    private static final int DIGEST = 32;

    private final SealedIn where;
    private final int step;

    /** @param step what is sealed is filled up to a multiple of so many bytes, so that its length tells little */
    public SealedBytes(String table, String column, int step) {
        this.where = new SealedIn(table, column);
        this.step = step;
    }

    /** @param clear what the row says in clear, in a fixed order; who changes it there makes the sealed part useless */
    public Sealed seal(byte[] said, UUID row, SealingKey key, Object... clear) {
        int filled = (Integer.BYTES + said.length + step - 1) / step * step;
        ByteBuffer plain = ByteBuffer.allocate(DIGEST + filled);
        plain.put(Values.hash(clear)).putInt(said.length).put(said);
        return key.seal(where, row, plain.array());
    }

    /**
     * What was sealed.
     *
     * @param clear what the row says in clear, in the order in which it was sealed
     * @throws WillNotOpen if the value was changed, was sealed for another place, row, owner or key, or beside something else
     *     in clear
     */
    public byte[] open(Sealed sealed, UUID row, SealingKey key, Object... clear) {
        ByteBuffer plain = ByteBuffer.wrap(key.open(where, row, sealed));
        if (plain.remaining() < DIGEST + Integer.BYTES) {
            throw new WillNotOpen("no bytes of " + where.table());
        }
        byte[] bound = new byte[DIGEST];
        plain.get(bound);
        int length = plain.getInt();
        if (!Arrays.equals(bound, Values.hash(clear)) || length < 0 || length > plain.remaining()) {
            throw new WillNotOpen("something in clear was changed in " + where.table());
        }
        byte[] said = new byte[length];
        plain.get(said);
        return said;
    }
}
