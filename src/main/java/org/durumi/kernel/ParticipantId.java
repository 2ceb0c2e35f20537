package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one person in a case. Random: it reveals neither order nor volume. */
@Embeddable
public record ParticipantId(UUID value) implements Serializable {
    public ParticipantId {
        Objects.requireNonNull(value, "value");
    }

    public static ParticipantId create() {
        return new ParticipantId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
