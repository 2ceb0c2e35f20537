package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Identifies one member of staff, or a system actor: the subject that the identity provider gives out, never an e-mail. */
@Embeddable
public record UserId(String value) implements Serializable {
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException if the subject is blank or longer than 64 characters */
    public UserId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("not a subject");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
