package org.durumi.identity.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignedOut;
import org.durumi.identity.limit.Limit;
import org.durumi.identity.limit.RateLimits;
import org.durumi.identity.session.Bodies;
import org.durumi.identity.session.Cookies;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.LateForms;
import org.durumi.identity.session.Secrets;
import org.durumi.identity.session.Session;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.identity.session.SignInNotice;
import org.durumi.identity.session.SignInPages;
import org.durumi.identity.session.SignInProblem;
import org.durumi.jdbc.Outage;
import org.durumi.jdbc.StatementFailed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/**
 * Stands before every request: finds the session of its cookie, or sends the browser to the identity provider. Keeps
 * nothing in the container's own session.
 */
@ApplicationScoped
public class KeycloakAuthenticationMechanism implements HttpAuthenticationMechanism {
    static final String COOKIE = "__Host-durumi";
    static final String SIGN_IN = "/sign-in";
    /** Where somebody who is signed in proves anew who they are; «to» says where they go on. */
    static final String CONFIRM = "/sign-in/again";

    /** Where the identity provider says that a session is over. */
    static final String BACK_CHANNEL = "/back-channel-logout";

    static final String SIGN_OUT = "/sign-out";

    /** What an open page hears of by itself: that alone keeps nobody signed in. */
    static final String EVENTS = "/notices/events";

    private static final int TOO_MANY = 429;

    @Inject
    Settings settings;

    @Inject
    SignIn signIn;

    @Inject
    SessionKeeper keeper;

    @Inject
    Macs macs;

    @Inject
    CurrentUser currentUser;

    @Inject
    CurrentSession currentSession;

    @Inject
    SignInPages pages;

    @Inject
    LateForms lateForms;

    @Inject
    BackChannel backChannel;

    @Inject
    Bodies bodies;

    @Inject
    RateLimits limits;

    @Inject
    Event<SignInRefused> refused;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Incoming incoming = new Incoming(request);
        currentSession.speakToGuest(GuestLanguage.of(request));
        if (incoming.isAmbiguous()) {
            return refuse(response, Bodies.Refused.ambiguous());
        }
        boolean ofThisMachine = PublicPaths.isOfThisMachine(incoming.path());
        boolean asksForHealth = PublicPaths.isHealth(incoming.path()) && (ofThisMachine || incoming.changesNothing());
        boolean atHealthPort = request.getLocalPort() == settings.healthPort();
        if (atHealthPort ? !asksForHealth : ofThisMachine) {
            return answered(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (PublicPaths.needsNoSession(incoming.path())) {
            return context.doNothing();
        }
        try {
            return decide(incoming, response, context);
        } catch (RuntimeException e) {
            Outage outage = Outage.of(e).orElseThrow(() -> e);
            outage.log();
            return incoming.isPost(BACK_CHANNEL)
                    ? answered(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                    : show(
                            response,
                            notice(outage),
                            incoming.changesNothing() ? incoming.address() : "/",
                            typed(incoming));
        }
    }

    private AuthenticationStatus decide(Incoming incoming, HttpServletResponse response, HttpMessageContext context) {
        try {
            if (incoming.isPost(BACK_CHANNEL)) {
                return hear(incoming, response);
            }
            if (incoming.isGet(Settings.CALLBACK)) {
                limit(incoming, response);
                return finishSignIn(incoming, response);
            }
            if (macs.areLocked()) {
                currentUser.comeWhileLocked();
            }
            Optional<Session> session =
                    incoming.cookie(COOKIE).flatMap(incoming.isGet(EVENTS) ? keeper::look : keeper::find);
            return session.isPresent()
                    ? goOn(incoming, response, context, session.get())
                    : askIn(incoming, response, context);
        } catch (SignInProblem e) {
            return show(response, notice(e), SIGN_IN, "", identifier(e));
        } catch (Bodies.Refused e) {
            return refuse(response, e);
        }
    }

    private AuthenticationStatus goOn(
            Incoming incoming, HttpServletResponse response, HttpMessageContext context, Session session)
            throws Bodies.Refused {
        currentUser.actAs(session.actor());
        currentSession.hold(session);
        if (incoming.isPost(SIGN_OUT)) {
            return signOut(incoming, response, session);
        }
        if (incoming.isGet(SIGN_IN)) {
            return redirect(response, wanted(incoming).value());
        }
        if (incoming.isGet(CONFIRM)) {
            limit(incoming, response);
            return redirectTo(response, signIn.beginAgain(incoming, response, wanted(incoming), session));
        }
        if (keeper.mayOnlyRead(session)) {
            currentUser.onlyRead();
            if (!incoming.changesNothing()) {
                return show(response, SignInNotice.ONLY_READING, "/", typed(incoming));
            }
        }
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(session.user().value()),
                session.actor().roles().stream().map(Role::group).collect(Collectors.toSet()));
    }

    private AuthenticationStatus askIn(Incoming incoming, HttpServletResponse response, HttpMessageContext context)
            throws Bodies.Refused {
        Optional<String> dead = incoming.cookie(COOKIE);
        boolean cookieIsDead = dead.isPresent();
        // A page that asks behind the reader's back leaves the cookie, so that the reader is told why it is dead.
        if (cookieIsDead && (incoming.isNavigation() || incoming.isForm())) {
            Cookies.expire(response, COOKIE, Cookies.STRICT);
            // Not the cookies: those of a sign-in that begins with this answer would go too.
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
        boolean wantsSignIn = incoming.isGet(SIGN_IN) || incoming.isGet(CONFIRM);
        if (!wantsSignIn && PublicPaths.contains(incoming.path())) {
            return context.doNothing();
        }
        if (incoming.isPost(SIGN_OUT)) {
            // The session ended before: that is what was asked for.
            return redirect(response, "/");
        }
        if (incoming.isForm()) {
            Optional<String> kept = lateForms.keep(incoming.request());
            if (kept.isPresent()) {
                return show(
                        response,
                        whyOver(dead).orElse(SignInNotice.FORM_KEPT),
                        SIGN_IN + "?to=" + urlEncoded(kept.get()));
            }
        }
        if (!incoming.isNavigation()) {
            return context.responseUnauthorized();
        }
        Optional<SignInNotice> replaced = wantsSignIn ? Optional.empty() : whyOver(dead);
        if (replaced.isPresent()) {
            return show(
                    response,
                    replaced.get(),
                    SIGN_IN + "?to=" + urlEncoded(asked(incoming).value()));
        }
        if (incoming.comesFromElsewhere() && !cookieIsDead) {
            String again = wantsSignIn
                    ? SIGN_IN + "?to=" + urlEncoded(wanted(incoming).value())
                    : asked(incoming).value();
            return show(response, SignInNotice.ASK_AGAIN, again);
        }
        ReturnPath back = wantsSignIn ? wanted(incoming) : asked(incoming);
        limit(incoming, response);
        return redirectTo(response, signIn.begin(incoming, response, back));
    }

    /** Whoever signed in elsewhere must know it: perhaps it was not they. */
    private Optional<SignInNotice> whyOver(Optional<String> deadCookie) {
        return deadCookie.filter(keeper::wasReplaced).map(dead -> SignInNotice.REPLACED);
    }

    private AuthenticationStatus finishSignIn(Incoming incoming, HttpServletResponse response) {
        SignIn.Finished finished;
        try {
            finished = signIn.finish(incoming, response);
        } catch (CameLate late) {
            if (incoming.cookie(COOKIE).flatMap(keeper::find).isPresent()) {
                // Another tab was faster.
                return redirect(response, "/");
            }
            return late.isAgain()
                    ? show(response, SignInNotice.NOT_GENUINE, SIGN_IN)
                    : redirectTo(response, signIn.beginOnceMore(incoming, response));
        }
        response.addCookie(Cookies.secure(COOKIE, finished.opened().cookieValue(), Cookies.STRICT));
        // For pages that are shown when no session can be looked up.
        GuestLanguage.remember(response, finished.opened().session().language());
        return redirect(response, finished.back().value());
    }

    private AuthenticationStatus hear(Incoming incoming, HttpServletResponse response) {
        if (limits.take(Limit.BACK_CHANNEL, incoming.sender()).isPresent()) {
            return answered(response, TOO_MANY);
        }
        try {
            boolean believed = backChannel.hear(incoming);
            return answered(response, believed ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        } catch (Bodies.Refused unread) {
            response.setHeader("Connection", "close");
            return answered(response, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void limit(Incoming incoming, HttpServletResponse response) {
        String sender = incoming.sender();
        Optional<Duration> wait = limits.take(Limit.SIGN_IN, sender);
        if (wait.isPresent()) {
            response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            SignInProblem problem = new SignInProblem(SignInRefused.Reason.TOO_MANY);
            if (limits.isNews(Limit.SIGN_IN, sender)) {
                refused.fire(problem.refusal());
            }
            throw problem;
        }
    }

    private AuthenticationStatus signOut(Incoming incoming, HttpServletResponse response, Session session)
            throws Bodies.Refused {
        boolean readable =
                incoming.comesFromOurPages(settings.baseUrl()) && !incoming.hasQuery() && FormBody.isForm(incoming);
        byte[] body = readable ? bodies.ofForm(incoming, Bodies.LARGEST_FORM) : new byte[0];
        boolean ours = FormBody.only(body, CurrentSession.TOKEN_FIELD)
                .filter(token -> Secrets.same(token, session.csrfToken()))
                .isPresent();
        if (!ours) {
            return show(response, SignInNotice.FORM_NOT_OURS, "/");
        }
        keeper.end(session, SignedOut.Reason.ASKED);
        for (Cookie cookie : incoming.request().getCookies()) {
            if (cookie.getName().startsWith(COOKIE)) {
                Cookies.expire(response, cookie.getName(), Cookies.STRICT);
            }
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        keepLeft(session, body);
        return redirect(response, "/");
    }

    /** What cannot be kept is lost: nobody who leaves is held up by it. */
    private void keepLeft(Session session, byte[] body) {
        try {
            lateForms.keepLeft(session.user(), body);
        } catch (StatementFailed away) {
            Outage.of(away).ifPresent(Outage::log);
        }
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, Bodies.Refused body) {
        try {
            body.answer(response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static ReturnPath asked(Incoming incoming) {
        return ReturnPath.of(incoming.address());
    }

    private static ReturnPath wanted(Incoming incoming) {
        return ReturnPath.of(incoming.only("to").orElse("/"));
    }

    private static SignInNotice notice(Outage outage) {
        return outage == Outage.FULL ? SignInNotice.DATABASE_FULL : SignInNotice.DATABASE_AWAY;
    }

    private static SignInNotice notice(SignInProblem problem) {
        return SignInNotice.valueOf(problem.refusal().reason().name());
    }

    private AuthenticationStatus redirectTo(HttpServletResponse response, URI provider) {
        response.setHeader("Location", provider.toString());
        return answered(response, HttpServletResponse.SC_FOUND);
    }

    private AuthenticationStatus redirect(HttpServletResponse response, String path) {
        response.setHeader("Location", settings.baseUrl() + path);
        return answered(response, HttpServletResponse.SC_SEE_OTHER);
    }

    /** What their sender typed into a form of which nothing can be carried out or kept now. */
    private String typed(Incoming incoming) {
        try {
            return incoming.isForm() ? lateForms.words(incoming.request()) : "";
        } catch (Bodies.Refused unread) {
            return "";
        }
    }

    private AuthenticationStatus show(HttpServletResponse response, SignInNotice notice, String next) {
        return show(response, notice, next, "");
    }

    private AuthenticationStatus show(HttpServletResponse response, SignInNotice notice, String next, String typed) {
        return show(response, notice, next, typed, "");
    }

    private AuthenticationStatus show(
            HttpServletResponse response, SignInNotice notice, String next, String typed, String identifier) {
        AuthenticationStatus status = answered(response, notice.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'");
        try {
            response.getWriter().write(pages.html(notice, currentSession.language(), next, typed, identifier));
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return status;
    }

    /** Whoever confirms a role asks the person for it, who has no other page to read it on. */
    private static String identifier(SignInProblem problem) {
        return problem.refusal()
                .user()
                .filter(who -> problem.refusal().reason() == SignInRefused.Reason.NOT_CONFIRMED)
                .map(UserId::beginning)
                .orElse("");
    }

    private AuthenticationStatus answered(HttpServletResponse response, int status) {
        response.setStatus(status);
        pages.headers().forEach(response::setHeader);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static String urlEncoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
