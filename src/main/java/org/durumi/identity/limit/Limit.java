package org.durumi.identity.limit;

import java.time.Duration;

/** How often something may be asked for. The numbers stand in docs/operations.md; nobody's busiest hour comes near them. */
public enum Limit {
    /** Steps of a sign-in from one address, behind which a whole office may sit. */
    SIGN_IN(60, 20, Duration.ofMinutes(1)),
    /** Words of the identity provider that a session is over, from one address. */
    BACK_CHANNEL(300, 60, Duration.ofMinutes(1)),
    /** Forms from one address whose senders are not signed in: late ones, and the choice of a language. */
    GUEST_FORM(60, 60, Duration.ofMinutes(1)),
    /** Pages that list something, by one person. */
    LIST(60, 60, Duration.ofMinutes(1)),
    /** Searches by one person. */
    SEARCH(30, 30, Duration.ofMinutes(1)),
    /** People of whom one person asks whether they have a case anywhere: nobody shall find out by guessing who has. */
    DUPLICATE(40, 40, Duration.ofHours(1)),
    /** Cases with which one person wants another to be linked, by typing their numbers. */
    LINK(20, 20, Duration.ofHours(1)),
    /** Cases that one person opens in an emergency, by typing their numbers; wrong numbers count. */
    BREAK_GLASS(10, 10, Duration.ofHours(1)),
    /** Codes that one person lets be mailed to an address. */
    MAIL(6, 6, Duration.ofHours(1)),
    /** Different cases that one person opens. */
    OPEN(120, 120, Duration.ofMinutes(10)),
    /** Forms of one person that change something. */
    WRITE(60, 60, Duration.ofMinutes(1)),
    /** Files that one person sends: each is drawn anew. */
    UPLOAD(60, 60, Duration.ofHours(1)),
    /** Files that one person takes out of the house. */
    DOWNLOAD(40, 40, Duration.ofHours(1)),
    /** Exports by one person. */
    EXPORT(20, 20, Duration.ofHours(1));

    private final int atOnce;
    private final int again;
    private final Duration every;

    Limit(int atOnce, int again, Duration every) {
        this.atOnce = atOnce;
        this.again = again;
        this.every = every;
    }

    /** How many are allowed in a row after a pause. */
    int atOnce() {
        return atOnce;
    }

    /** How many more are allowed in the course of {@link #every}. */
    int again() {
        return again;
    }

    Duration every() {
        return every;
    }
}
