package org.durumi.evidence;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one source, whatever is corrected of it. Random: it reveals neither order nor volume. */
@Embeddable
public record SourceId(UUID value) implements Serializable {
    public SourceId {
        Objects.requireNonNull(value, "value");
    }

    static SourceId create() {
        return new SourceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
