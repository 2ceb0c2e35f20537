package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identifies one member of staff, or a system actor: the subject that the identity provider gives out, never an e-mail. */
@Embeddable
public record UserId(String value) implements Serializable {
    /** What the database takes: an identifier, so that no person's name gets into the access log. */
    private static final Pattern SUBJECT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:-]{0,63}");

    /** Of whom nobody knows who it was: who tried to sign in and could not, or forged a row. */
    public static final UserId NOBODY = new UserId("unknown");

    private static final int BEGINNING = 8;

    /** @throws IllegalArgumentException if the subject is longer than 64 characters, or holds others than those of identifiers */
    public UserId {
        if (!isSubject(value)) {
            throw new IllegalArgumentException("not a subject");
        }
    }

    /** Empty if the text is no subject. */
    public static Optional<UserId> read(String text) {
        return isSubject(text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    /** How it begins: what people compare, since a name can be changed. */
    public String beginning() {
        return value.substring(0, Math.min(BEGINNING, value.length()));
    }

    private static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
