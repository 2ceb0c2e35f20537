package org.durumi.identity.keycloak;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.durumi.identity.session.Seal;
import org.durumi.identity.session.Secrets;
import org.durumi.identity.session.Session;

/**
 * One sign-in on its way to the identity provider and back. It travels sealed in a cookie of its own, so that two tabs can
 * sign in at once and no server has to remember anything.
 *
 * @param verifier the secret of PKCE
 * @param renews the hash of the cookie of a session whose person must prove anew who they are; empty for a plain sign-in
 */
record SignInTransaction(String state, String nonce, String verifier, ReturnPath back, Instant begun, String renews) {
    static final String COOKIE_PREFIX = "__Host-durumi-tx-";
    /** As long as the identity provider keeps its sign-in form open. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int NAME_DIGITS = 8;

    /** Begins the state of a sign-in that was begun anew by itself: where cookies do not stay, that must not go on for ever. */
    private static final String AGAIN = "again.";

    static SignInTransaction begin(ReturnPath back, Instant now) {
        return begin(back, now, "");
    }

    /** Begins once more, for somebody whose sign-in came back too late. */
    static SignInTransaction beginAgain(Instant now) {
        return new SignInTransaction(
                AGAIN + Secrets.random(), Secrets.random(), Secrets.random(), ReturnPath.START, now, "");
    }

    static boolean isAgain(String state) {
        return state.startsWith(AGAIN);
    }

    /** Begins a sign-in that is to renew a session. */
    static SignInTransaction renew(Session session, ReturnPath back, Instant now) {
        return begin(back, now, Secrets.hex(session.idHash()));
    }

    private static SignInTransaction begin(ReturnPath back, Instant now, String renews) {
        return new SignInTransaction(Secrets.random(), Secrets.random(), Secrets.random(), back, now, renews);
    }

    /** Whether the person must prove who they are although the identity provider knows them. */
    boolean isRenewal() {
        return !renews.isEmpty();
    }

    static String cookieName(String state) {
        return COOKIE_PREFIX + Secrets.hex(Secrets.hash(state)).substring(0, NAME_DIGITS);
    }

    String cookieValue(Seal seal) {
        return seal.close(
                purpose(state),
                JSONObjectUtils.toJSONString(Map.of(
                        "state", state,
                        "nonce", nonce,
                        "verifier", verifier,
                        "back", back.value(),
                        "begun", begun.getEpochSecond(),
                        "renews", renews)));
    }

    /** Empty if the cookie was not made by us for this state, or too long ago. */
    static Optional<SignInTransaction> of(String cookieValue, String state, Seal seal, Instant now) {
        return seal.open(purpose(state), cookieValue)
                .map(SignInTransaction::parse)
                .filter(begun -> Secrets.same(begun.state(), state))
                .filter(begun -> begun.begun().plus(LONGEST).isAfter(now));
    }

    private static String purpose(String state) {
        return "sign-in " + Secrets.hex(Secrets.hash(state));
    }

    private static SignInTransaction parse(String text) {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(text);
            return new SignInTransaction(
                    JSONObjectUtils.getString(json, "state"),
                    JSONObjectUtils.getString(json, "nonce"),
                    JSONObjectUtils.getString(json, "verifier"),
                    ReturnPath.of(JSONObjectUtils.getString(json, "back")),
                    Instant.ofEpochSecond(JSONObjectUtils.getLong(json, "begun")),
                    JSONObjectUtils.getString(json, "renews"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
