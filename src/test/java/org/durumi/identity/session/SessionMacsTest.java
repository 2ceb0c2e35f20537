package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;
import org.junit.jupiter.api.Test;

class SessionMacsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final SessionMacs macs = new SessionMacs(new MacKey(new byte[MacKey.LENGTH]));

    @Test
    void what_a_session_says_fits_its_own_macs() {
        Session session = session(Role.SUPERVISOR, NOW);

        assertTrue(macs.fit(session, granted(session), awake(session), refresh(session)));
    }

    /** Somebody with SQL keeps the role that was taken from them, together with its MAC, and all that came later. */
    @Test
    void a_role_of_before_does_not_fit_what_the_identity_provider_said_since() {
        Session before = session(Role.SUPERVISOR, NOW);
        Session since = session(Role.CASEWORKER, NOW.plus(Duration.ofMinutes(2)));
        Session spliced = session(Role.SUPERVISOR, NOW.plus(Duration.ofMinutes(2)));

        assertFalse(macs.fit(spliced, granted(before), awake(since), refresh(since)));
    }

    @Test
    void forms_of_a_session_that_ended_are_nobody_elses() {
        assertFalse(Arrays.equals(macs.ended("token", new UserId("haneul")), macs.ended("token", new UserId("seo"))));
    }

    private byte[] granted(Session session) {
        return macs.granted(session, session.actor().roles());
    }

    private byte[] awake(Session session) {
        return macs.awake(session.idHash(), session.touched(), session.idleUntil());
    }

    private byte[] refresh(Session session) {
        return macs.refresh(session, session.actor().roles(), session.refreshDue(), session.degradedSince());
    }

    private Session session(Role role, Instant refreshDue) {
        byte[] id = macs.idOf("cookie");
        return new Session(
                id,
                new Actor(new UserId("haneul"), Set.of(role), Optional.empty(), Secrets.tag(id)),
                "haneul",
                "token",
                Optional.empty(),
                Locale.KOREAN,
                Preferences.USUAL,
                "mfa",
                NOW,
                "sid",
                refreshDue,
                Optional.empty(),
                NOW,
                NOW.plus(Duration.ofMinutes(15)),
                NOW.plus(Duration.ofHours(10)));
    }
}
