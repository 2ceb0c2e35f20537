package org.durumi.identity.session;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;

/**
 * What makes a row a session: its name is a keyed hash of the cookie, and three MACs hold what the session gives. They are
 * three because three different acts write them: a sign-in, a request that keeps it alive, and a question to the identity
 * provider. Their keys follow from the session key, so that people can sign in while the vault is locked.
 */
final class SessionMacs {
    private final MacKey cookie;
    private final MacKey granted;
    private final MacKey awake;
    private final MacKey refresh;
    private final MacKey ended;

    SessionMacs(MacKey sessionKey) {
        cookie = sessionKey.derived("cookie 1");
        granted = sessionKey.derived("session granted 1");
        awake = sessionKey.derived("session awake 1");
        refresh = sessionKey.derived("session refresh 1");
        ended = sessionKey.derived("session ended 1");
    }

    /** The name of the row of a cookie. */
    byte[] idOf(String cookieValue) {
        return cookie.hash(cookieValue);
    }

    /** Who signed in, with which roles, how strongly and when, and when it ends whatever is done. */
    byte[] granted(Session session, Set<Role> roles) {
        return granted.of(
                session.idHash(),
                session.user(),
                Sessions.text(roles),
                session.csrfToken(),
                session.acr(),
                session.authTime(),
                session.providerSid(),
                session.ends());
    }

    /** Until when it lasts if nothing is done. */
    byte[] awake(byte[] idHash, Instant touched, Instant idleUntil) {
        return awake.of(idHash, touched, idleUntil);
    }

    /**
     * When the identity provider is asked next, since when it has not answered, and with which roles it answered last: with older
     * ones it is asked anew.
     */
    byte[] refresh(Session session, Set<Role> roles, Instant due, Optional<Instant> degradedSince) {
        return refresh.of(session.idHash(), Sessions.text(roles), due, degradedSince);
    }

    /** Whose the forms are that carry the token of a session that ended. */
    byte[] ended(String csrfToken, UserId user) {
        return ended.of(csrfToken, user);
    }

    /** Whether the application wrote all of what a row says. */
    boolean fit(Session session, byte[] grantedMac, byte[] awakeMac, byte[] refreshMac) {
        return MessageDigest.isEqual(
                        grantedMac, granted(session, session.actor().roles()))
                && MessageDigest.isEqual(awakeMac, awake(session.idHash(), session.touched(), session.idleUntil()))
                && MessageDigest.isEqual(
                        refreshMac,
                        refresh(session, session.actor().roles(), session.refreshDue(), session.degradedSince()));
    }
}
