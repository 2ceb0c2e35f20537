package org.durumi.identity.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignInRefused.Reason;
import org.durumi.identity.session.Cookies;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.Session;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.identity.session.SignInProblem;

/** One sign-in: sends the browser to the identity provider, and believes what comes back only after every check. */
@ApplicationScoped
class SignIn {
    private static final Logger LOG = System.getLogger(SignIn.class.getName());
    private static final int MOST_AT_ONCE = 6;

    /** What Keycloak says when its form was open for too long. */
    private static final String TOOK_TOO_LONG = "temporarily_unavailable";

    private static final Duration SKEW = Duration.ofSeconds(30);

    @Inject
    Settings settings;

    @Inject
    SessionKeeper keeper;

    @Inject
    Clock clock;

    @Inject
    Event<SignInRefused> refused;

    /** A finished sign-in. */
    record Finished(SessionKeeper.Opened opened, ReturnPath back) {}

    /**
     * Begins a sign-in and returns where the browser has to go.
     *
     * @throws SignInProblem if the identity provider does not answer
     */
    URI begin(Incoming incoming, HttpServletResponse response, ReturnPath back) {
        return begin(incoming, response, SignInTransaction.begin(back, clock.instant()));
    }

    /**
     * Asks the person of a session to prove anew who they are, and returns where the browser has to go.
     *
     * @throws SignInProblem if the identity provider does not answer
     */
    URI beginAgain(Incoming incoming, HttpServletResponse response, ReturnPath back, Session session) {
        return begin(incoming, response, SignInTransaction.renew(session, back, clock.instant()));
    }

    /**
     * Begins once more, after the identity provider answered too late.
     *
     * @throws SignInProblem if the identity provider does not answer
     */
    URI beginOnceMore(Incoming incoming, HttpServletResponse response) {
        return begin(incoming, response, SignInTransaction.beginAgain(clock.instant()));
    }

    private URI begin(Incoming incoming, HttpServletResponse response, SignInTransaction transaction) {
        URI next;
        try {
            next = settings.provider().push(transaction, GuestLanguage.of(incoming.request()));
        } catch (ProviderAway e) {
            throw refuse(new SignInProblem(Reason.PROVIDER_AWAY));
        }
        forgetAbandoned(incoming, response);
        Cookie cookie = Cookies.secure(
                SignInTransaction.cookieName(transaction.state()),
                transaction.cookieValue(settings.seal()),
                Cookies.LAX);
        cookie.setMaxAge((int) SignInTransaction.LONGEST.toSeconds());
        response.addCookie(cookie);
        return next;
    }

    /**
     * Finishes a sign-in that was begun in this browser.
     *
     * @throws SignInProblem if there is no session at the end
     * @throws CameLate if this browser does not know it any more
     */
    Finished finish(Incoming incoming, HttpServletResponse response) {
        // Not announced as refused: anybody can send such a request, and nothing was begun.
        String state = incoming.only("state").orElseThrow(() -> new SignInProblem(Reason.NOT_GENUINE));
        String cookieName = SignInTransaction.cookieName(state);
        SignInTransaction transaction = incoming.cookie(cookieName)
                .flatMap(value -> SignInTransaction.of(value, state, settings.seal(), clock.instant()))
                .orElseThrow(() -> new CameLate(SignInTransaction.isAgain(state)));
        Cookies.expire(response, cookieName, Cookies.LAX);
        try {
            Proven proven = answer(incoming, transaction);
            return new Finished(admit(proven, incoming, transaction), transaction.back());
        } catch (NotGenuine | GrantRefused e) {
            LOG.log(Level.WARNING, "a sign-in was refused: {0}", e.getMessage());
            throw refuse(new SignInProblem(Reason.NOT_GENUINE));
        } catch (ProviderAway e) {
            throw refuse(new SignInProblem(Reason.PROVIDER_AWAY));
        } catch (SignInProblem e) {
            throw refuse(e);
        }
    }

    private record Proven(VerifiedPerson person, String refreshToken) {}

    private Proven answer(Incoming incoming, SignInTransaction transaction) {
        if (incoming.only("iss").filter(settings.provider().issuer()::equals).isEmpty()) {
            throw new NotGenuine("iss");
        }
        if (incoming.only("error").filter(TOOK_TOO_LONG::equals).isPresent()) {
            throw new CameLate(SignInTransaction.isAgain(transaction.state()));
        } else if (incoming.request().getParameter("error") != null) {
            throw new SignInProblem(Reason.DENIED);
        }
        String code = incoming.only("code").orElseThrow(() -> new NotGenuine("code"));
        IdentityProvider.Tokens tokens = settings.provider().exchange(code, transaction.verifier());
        VerifiedPerson person = settings.idTokens().verify(tokens.idToken(), tokens.accessToken(), transaction.nonce());
        return new Proven(person, tokens.refreshToken());
    }

    private SessionKeeper.Opened admit(Proven proven, Incoming incoming, SignInTransaction transaction) {
        VerifiedPerson person = proven.person();
        boolean tooOld = transaction.isRenewal()
                && person.authTime().isBefore(transaction.begun().minus(SKEW));
        try {
            Set<Role> roles = GrantedRoles.of(person.groups());
            if (tooOld || !settings.demandedStrength(roles).isReachedBy(person.acr())) {
                throw new SignInProblem(Reason.TOO_WEAK);
            }
            GuestLanguage.Wish language = GuestLanguage.Wish.of(incoming.request());
            return transaction.isRenewal()
                    ? keeper.renew(transaction.renews(), person.proof(), roles, language, proven.refreshToken())
                    : keeper.open(person.proof(), roles, language, proven.refreshToken());
        } catch (SignInProblem e) {
            keeper.endAtProvider(proven.refreshToken());
            throw new SignInProblem(e.refusal().reason(), person.user());
        }
    }

    private SignInProblem refuse(SignInProblem problem) {
        refused.fire(problem.refusal());
        return problem;
    }

    /** Sign-ins that were begun and left must not fill up the header of every later request. */
    private static void forgetAbandoned(Incoming incoming, HttpServletResponse response) {
        Cookie[] cookies = Optional.ofNullable(incoming.request().getCookies()).orElse(new Cookie[0]);
        List<String> begun = Arrays.stream(cookies)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SignInTransaction.COOKIE_PREFIX))
                .toList();
        if (begun.size() >= MOST_AT_ONCE) {
            begun.forEach(name -> Cookies.expire(response, name, Cookies.LAX));
        }
    }
}
