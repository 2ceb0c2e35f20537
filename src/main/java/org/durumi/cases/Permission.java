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

    /**
     * Whether this would count no more if only the other one held: somebody said no, took it back or wants something withheld, and the
     * other one permits more.
     */
    public boolean isLostIn(Permission other) {
        return (this == IN_PART || this == WITHDRAWN || this == REFUSED)
                && other.permits()
                && other.compareTo(this) < 0;
    }

    /** Whether something may be shared at all; where something is withheld, somebody has to read what. */
    public boolean permits() {
        return this == PERMITTED || this == IN_PART;
    }
}
