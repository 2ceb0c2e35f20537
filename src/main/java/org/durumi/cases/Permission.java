package org.durumi.cases;

/** What a consent permits on a day, from everything to nothing. */
public enum Permission {
    PERMITTED,
    /** Permitted, but from somebody something is to be withheld. */
    IN_PART,
    WITHDRAWN,
    EXPIRED,
    /** Asked, they said no. */
    REFUSED,
    NOT_RECORDED;

    /** Whether something may be shared at all; where something is withheld, somebody has to read what. */
    public boolean permits() {
        return this == PERMITTED || this == IN_PART;
    }
}
