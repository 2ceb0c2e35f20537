package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one recorded row of a case. Random: it reveals neither order nor volume. */
@Embeddable
public record EntryId(UUID value) implements Serializable {
    public EntryId {
        Objects.requireNonNull(value, "value");
    }

    public static EntryId create() {
        return new EntryId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
