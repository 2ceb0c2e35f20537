package org.durumi.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.durumi.identity.Role;

/** How long a session lasts, and what an identity provider that is away changes about it. */
public final class Lifetimes {
    static final Duration ABSOLUTE = Duration.ofHours(10);
    static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    static final Duration REFRESH_EVERY = Duration.ofMinutes(2);
    /** Longer than the longest call to the identity provider; also the pause before it is asked again when it is away. */
    static final Duration REFRESH_LEASE = Duration.ofSeconds(15);

    /** How long a proof of who somebody is counts for what only they may do: approve, export and the like. */
    public static final Duration CONFIRMED = Duration.ofMinutes(5);

    /** How old the identity provider's word may be that a session is over. */
    public static final Duration OLDEST_WORD = Duration.ofMinutes(2);

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration IDLE_POWERFUL = Duration.ofMinutes(10);
    private static final Duration WORKS_WITHOUT_PROVIDER = Duration.ofMinutes(10);
    private static final Duration READS_WITHOUT_PROVIDER = Duration.ofMinutes(30);

    private Lifetimes() {}

    static Duration idle(Set<Role> roles) {
        return roles.contains(Role.AUDITOR) || roles.contains(Role.ADMINISTRATOR) ? IDLE_POWERFUL : IDLE;
    }

    /** Ten hours from when the person proved who they are, not from when we heard of it. */
    static Instant end(Instant authTime, Instant now) {
        return (authTime.isBefore(now) ? authTime : now).plus(ABSOLUTE);
    }

    static boolean isConfirmed(Session session, Instant now) {
        return now.isBefore(session.authTime().plus(CONFIRMED));
    }

    static boolean isIdle(Session session, Instant now) {
        return !now.isBefore(session.idleUntil());
    }

    static boolean isExpired(Session session, Instant now) {
        return !now.isBefore(session.ends());
    }

    static boolean isTooLongWithoutProvider(Session session, Instant now) {
        return isAway(session, now, READS_WITHOUT_PROVIDER);
    }

    static boolean mayOnlyRead(Session session, Instant now) {
        return isAway(session, now, WORKS_WITHOUT_PROVIDER);
    }

    private static boolean isAway(Session session, Instant now, Duration limit) {
        return session.degradedSince()
                .filter(since -> !now.isBefore(since.plus(limit)))
                .isPresent();
    }
}
