package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one case file. Random: it reveals neither order nor volume. */
@Embeddable
public record CaseId(UUID value) implements Serializable {
    public CaseId {
        Objects.requireNonNull(value, "value");
    }

    public static CaseId create() {
        return new CaseId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
