package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;

/** Identifies one member of staff, or a system actor: the subject that the identity provider gives out, never an e-mail. */
@Embeddable
public record UserId(String value) implements Serializable {
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException if the subject is blank or longer than 64 characters */
    public UserId {
        if (!isSubject(value)) {
            throw new IllegalArgumentException("not a subject");
        }
    }

    /** Empty if the text is blank or longer than 64 characters. */
    public static Optional<UserId> read(String text) {
        return isSubject(text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    private static boolean isSubject(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return value;
    }
}
