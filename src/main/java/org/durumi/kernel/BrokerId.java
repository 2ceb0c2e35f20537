package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one broker. Random: it reveals neither order nor volume. */
@Embeddable
public record BrokerId(UUID value) implements Serializable {
    public BrokerId {
        Objects.requireNonNull(value, "value");
    }

    public static BrokerId create() {
        return new BrokerId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static BrokerId of(String text) {
        return new BrokerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
