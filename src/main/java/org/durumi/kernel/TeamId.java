package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one team. Random: it reveals neither order nor volume. */
@Embeddable
public record TeamId(UUID value) implements Serializable {
    public TeamId {
        Objects.requireNonNull(value, "value");
    }

    public static TeamId create() {
        return new TeamId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
