package org.durumi.vault;

import java.util.UUID;

/** A column for one text that is said about a row later than the rest, if at all: why it was struck, what was done about it. */
public final class SealedText {
    private final SealedColumn<Said> column;

    private record Said(String text) {}

    public SealedText(String table, String column) {
        this.column = new SealedColumn<>(table, column, Said.class);
    }

    public Sealed seal(String text, UUID row, SealingKey key) {
        return column.seal(new Said(text), row, key);
    }

    /** @throws WillNotOpen if the value was changed, or was sealed for another place, row, owner or key */
    public Sealed open(Sealed sealed, UUID row, SealingKey key) {
        return column.open(sealed, row, key);
    }

    /**
     * Empty if nothing was said.
     *
     * @throws IllegalStateException if it was not opened
     */
    public String read(Sealed sealed) {
        return sealed.isNothing() ? "" : column.read(sealed).text();
    }
}
