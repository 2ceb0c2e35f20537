package org.durumi.vault;

import java.util.Arrays;
import java.util.UUID;
import org.durumi.mac.Values;

/**
 * A column in which each row holds one record, sealed together with what the row says in clear: a row of which somebody else
 * changed either does not open any more.
 *
 * @param <R> what it holds: texts, days, numbers, constants of enums, and records of these. A component that is added later
 *     comes last, and its type knows «unknown»
 */
public final class SealedColumn<R extends Record> {
    /** What is sealed is filled up to a multiple of so many bytes, so that its length tells little. */
    private static final int STEP = 64;

    /** The bytes of the hash of what stands in clear, which come first: a rotation of keys, which knows no rows, carries it along. */
    private static final int DIGEST = 32;

    private final SealedIn where;
    private final Class<R> type;
    private final RecordCodec<R> codec;

    /** @throws IllegalArgumentException if the record has a component of a type that cannot be sealed */
    public SealedColumn(String table, String column, Class<R> type) {
        this.where = new SealedIn(table, column);
        this.type = type;
        this.codec = RecordCodec.of(type);
    }

    /** @param clear what the row says in clear, in a fixed order; who changes it there makes the sealed part useless */
    public Sealed seal(R said, UUID row, SealingKey key, Object... clear) {
        byte[] written = codec.write(said);
        int length = (written.length + STEP - 1) / STEP * STEP;
        byte[] plain = Arrays.copyOf(Values.hash(clear), DIGEST + length);
        System.arraycopy(written, 0, plain, DIGEST, written.length);
        return key.seal(where, row, plain).saying(said);
    }

    /**
     * The same value, which can be {@link #read} from now on. Where nothing was said, there is nothing to open.
     *
     * @param clear what the row says in clear, in the order in which it was sealed
     * @throws WillNotOpen if the value was changed, was sealed for another place, row, owner or key, or beside something else
     *     in clear, or holds another record
     */
    public Sealed open(Sealed sealed, UUID row, SealingKey key, Object... clear) {
        if (sealed.isNothing()) {
            return sealed;
        }
        byte[] opened = key.open(where, row, sealed);
        if (opened.length < DIGEST || !Arrays.equals(Arrays.copyOf(opened, DIGEST), Values.hash(clear))) {
            throw new WillNotOpen("something in clear was changed in " + where.table());
        }
        try {
            return sealed.saying(codec.read(Arrays.copyOfRange(opened, DIGEST, opened.length)));
        } catch (RuntimeException unreadable) {
            // Its message may quote what is sealed.
            throw new WillNotOpen("no " + type.getSimpleName() + " of " + where.table());
        }
    }

    /** The same value, which somebody else changed and which is read as this from now on. */
    public Sealed readAs(Sealed sealed, R instead) {
        return sealed.saying(instead);
    }

    /**
     * What a row says here.
     *
     * @throws IllegalStateException if it was not opened
     */
    public R read(Sealed sealed) {
        return type.cast(sealed.said());
    }
}
