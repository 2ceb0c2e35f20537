package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Who did something, and when. */
@Embeddable
public record Signed(UserId by, Instant at) implements Serializable {
    public Signed {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
