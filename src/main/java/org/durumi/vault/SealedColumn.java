package org.durumi.vault;

import java.util.Arrays;
import java.util.UUID;

/**
 * A column in which each row holds one record, sealed.
 *
 * @param <R> what it holds: texts, days, numbers, constants of enums, and records of these. A component that is added later
 *     comes last, and its type knows «unknown»
 */
public final class SealedColumn<R extends Record> {
    /** What is sealed is filled up to a multiple of so many bytes, so that its length tells little. */
    private static final int STEP = 64;

    private final SealedIn where;
    private final Class<R> type;
    private final RecordCodec<R> codec;

    /** @throws IllegalArgumentException if the record has a component of a type that cannot be sealed */
    public SealedColumn(String table, String column, Class<R> type) {
        this.where = new SealedIn(table, column);
        this.type = type;
        this.codec = RecordCodec.of(type);
    }

    public Sealed seal(R said, UUID row, SealingKey key) {
        byte[] written = codec.write(said);
        int length = (written.length + STEP - 1) / STEP * STEP;
        return key.seal(where, row, Arrays.copyOf(written, length)).saying(said);
    }

    /**
     * The same value, which can be {@link #read} from now on. Where nothing was said, there is nothing to open.
     *
     * @throws WillNotOpen if the value was changed, was sealed for another place, row, owner or key, or holds another record
     */
    public Sealed open(Sealed sealed, UUID row, SealingKey key) {
        if (sealed.isNothing()) {
            return sealed;
        }
        byte[] opened = key.open(where, row, sealed);
        try {
            return sealed.saying(codec.read(opened));
        } catch (RuntimeException unreadable) {
            // Its message may quote what is sealed.
            throw new WillNotOpen("no " + type.getSimpleName() + " of " + where.table());
        }
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
