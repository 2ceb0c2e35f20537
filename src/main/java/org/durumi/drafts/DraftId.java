package org.durumi.drafts;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one draft. Random: it reveals neither order nor volume. */
@Embeddable
public record DraftId(UUID value) implements Serializable {
    public DraftId {
        Objects.requireNonNull(value, "value");
    }

    public static DraftId create() {
        return new DraftId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
