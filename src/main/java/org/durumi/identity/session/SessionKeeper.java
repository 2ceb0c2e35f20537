package org.durumi.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignedIn;
import org.durumi.identity.SignedOut;
import org.durumi.identity.SignedOut.Reason;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;

/** Opens sessions, keeps them alive, asks the identity provider whether they still stand, and ends them. */
@ApplicationScoped
public class SessionKeeper {
    private static final Logger LOG = System.getLogger(SessionKeeper.class.getName());
    private static final int TRIES = 3;
    /** The key of what is said to somebody who left a form half-filled. */
    private static final String LEFT = "notice.form.left";

    @Inject
    Sessions sessions;

    @Inject
    SessionSettings settings;

    @Inject
    KeptForms forms;

    @Inject
    Guarantor guarantor;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    @Inject
    Event<SignedIn> signedIn;

    @Inject
    Event<SignedOut> signedOut;

    /** A session that has just been opened, and the value of its cookie, which nobody can ask for again. */
    public record Opened(Session session, String cookieValue) {}

    /**
     * Opens the one session of a person and ends any other. Observers of {@link SignedIn} are told first: if they cannot
     * record it, there is no session.
     *
     * @throws SignInProblem if the person has not these roles by rows of ours
     */
    public Opened open(Proof proof, Set<Role> roles, GuestLanguage.Wish language, String refreshToken) {
        requireGranted(proof, roles);
        StaffMember member = staff.meet(proof.user(), roles);
        Instant now = clock.instant();
        String cookieValue = Secrets.random();
        byte[] idHash = settings.macs().idOf(cookieValue);
        Actor actor = new Actor(proof.user(), roles, staff.teamOf(proof.user()), Secrets.tag(idHash));
        Session session = new Session(
                idHash,
                actor,
                member.handle(),
                Secrets.random(),
                Optional.empty(),
                language.as(member),
                member.preferences(),
                proof.acr(),
                proof.at(),
                proof.providerSid(),
                now.plus(Lifetimes.REFRESH_EVERY),
                Optional.empty(),
                now,
                now.plus(Lifetimes.idle(roles)),
                Lifetimes.end(proof.at(), now));
        signedIn.fire(new SignedIn(actor));
        endOthers(session, now);
        String sealed = settings.seal().close(purpose(session), refreshToken);
        int tries = 0;
        while (!sessions.open(session, sealed, now)) {
            if (++tries == TRIES) {
                throw new IllegalStateException("another session of the same person appeared " + TRIES + " times");
            }
            endOthers(session, now);
        }
        if (forms.isLeft(proof.user())) {
            sessions.putMessage(session, LEFT);
        }
        return new Opened(session, cookieValue);
    }

    /**
     * Gives a session another cookie and another time of proof, after its person has proved anew who they are. If it ended
     * in the meantime, this is a sign-in like any other.
     *
     * @param renews the hash of the cookie of the session, in hexadecimal digits
     * @throws SignInProblem if it was somebody else who proved who they are, or the person has not these roles by rows of ours
     */
    public Opened renew(String renews, Proof proof, Set<Role> roles, GuestLanguage.Wish language, String refreshToken) {
        Instant now = clock.instant();
        Optional<Session> found = sessions.find(Secrets.bytes(renews))
                .map(Sessions.Found::session)
                .filter(session -> !Lifetimes.isIdle(session, now) && !Lifetimes.isExpired(session, now));
        if (found.isEmpty()) {
            return open(proof, roles, language, refreshToken);
        }
        Session old = found.get();
        if (!old.user().equals(proof.user())) {
            throw new SignInProblem(SignInRefused.Reason.OTHER_PERSON);
        }
        requireGranted(proof, roles);
        String cookieValue = Secrets.random();
        Session renewed = old.renewed(settings.macs().idOf(cookieValue), proof, roles, now);
        signedIn.fire(new SignedIn(renewed.actor()));
        Optional<String> oldToken = sessions.refreshToken(old);
        if (!sessions.renew(old, renewed, settings.seal().close(purpose(renewed), refreshToken))) {
            return open(proof, roles, language, refreshToken);
        }
        signedOut.fire(new SignedOut(old.actor(), Reason.REPLACED));
        if (!old.providerSid().equals(renewed.providerSid())) {
            oldToken.flatMap(token -> settings.seal().open(purpose(old), token)).ifPresent(this::endAtProvider);
        }
        return new Opened(renewed, cookieValue);
    }

    /** The open session of a cookie, kept alive and checked with the identity provider if that is due. */
    public Optional<Session> find(String cookieValue) {
        return look(cookieValue).map(open -> touched(open, clock.instant()));
    }

    /** The same without keeping it alive: for what an open page asks for by itself, whether or not somebody sits before it. */
    public Optional<Session> look(String cookieValue) {
        return sessions.find(settings.macs().idOf(cookieValue)).flatMap(this::checked);
    }

    private Optional<Session> checked(Sessions.Found found) {
        Instant now = clock.instant();
        Session session = found.session();
        if (Lifetimes.isExpired(session, now)) {
            return ended(session, Reason.EXPIRED);
        } else if (Lifetimes.isIdle(session, now)) {
            return ended(session, Reason.IDLE);
        } else if (!found.grantsItsRoles()) {
            // An administrator took the role away, or gave another: at once, and whoever signs people in need not
            // answer.
            return ended(session, Reason.ROLES_REMOVED);
        }
        return refreshed(session, found.roles(), now);
    }

    /** Those of some sessions that are open now. None of them is kept alive, and none is ended. */
    @ActivateRequestContext
    public List<Session> stillOpen(Collection<String> tags) {
        Instant now = clock.instant();
        return sessions.ofTags(tags).stream()
                .filter(Sessions.Found::grantsItsRoles)
                .map(Sessions.Found::session)
                .filter(session -> !Lifetimes.isIdle(session, now) && !Lifetimes.isExpired(session, now))
                .toList();
    }

    /** Whether the identity provider is to be asked about a session. */
    public boolean isToBeAsked(Session session) {
        return !clock.instant().isBefore(session.refreshDue());
    }

    /** Asks the identity provider about a session if that is due, and ends it if it no longer stands; it is not kept alive. */
    @ActivateRequestContext
    public void ask(Session session) {
        sessions.find(session.idHash()).ifPresent(this::checked);
    }

    /** Whether the session of a cookie ended, a short time ago, because its person signed in elsewhere. */
    public boolean wasReplaced(String cookieValue) {
        return sessions.wasReplaced(
                settings.macs().idOf(cookieValue), clock.instant().minus(KeptForms.LONGEST));
    }

    /** The identity provider has been away for so long that nothing may be changed. */
    public boolean mayOnlyRead(Session session) {
        return Lifetimes.mayOnlyRead(session, clock.instant());
    }

    /**
     * Ends a session here and at the identity provider. Who is idle for too long must prove anew who they are; a session
     * left open there would let them in without a password. If the identity provider is away, its own end must do.
     */
    public void end(Session session, Reason reason) {
        Optional<String> sealed = sessions.refreshToken(session);
        if (!removed(session, reason)) {
            return;
        }
        signedOut.fire(new SignedOut(session.actor(), reason));
        sealed.flatMap(token -> settings.seal().open(purpose(session), token)).ifPresent(this::endAtProvider);
    }

    /**
     * Ends here what is over at the identity provider: one session, or all of a person.
     *
     * @return false if this word was heard before
     */
    public boolean endedAtProvider(EndedAtProvider word) {
        Instant now = clock.instant();
        if (!sessions.hearOnce(word.jti(), now, now.minus(Lifetimes.OLDEST_WORD.multipliedBy(2)))) {
            return false;
        }
        List<Session> over = word.sid()
                .map(sessions::ofProvider)
                .orElseGet(() -> word.user().map(sessions::ofUser).orElse(List.of()));
        over.stream()
                .filter(session -> word.user().map(session.user()::equals).orElse(true))
                .filter(session -> removed(session, Reason.ENDED_BY_PROVIDER))
                .forEach(session -> signedOut.fire(new SignedOut(session.actor(), Reason.ENDED_BY_PROVIDER)));
        return true;
    }

    /** Ends what is open at the identity provider for somebody who may not come in. */
    public void endAtProvider(String refreshToken) {
        try {
            guarantor.end(refreshToken);
        } catch (ProviderAway e) {
            LOG.log(Level.WARNING, "a session could not be ended at the identity provider, which is away");
        }
    }

    /** Whoever signs out is done; whoever is cut off may have typed something. */
    private boolean removed(Session session, Reason reason) {
        return reason == Reason.ASKED
                ? sessions.end(session)
                : sessions.endKeepingForms(session, reason, clock.instant());
    }

    private void endOthers(Session opened, Instant now) {
        for (Session other : sessions.ofUser(opened.user())) {
            if (other.providerSid().equals(opened.providerSid())) {
                // Both hang on one session of the identity provider: ending it there would end the new one.
                if (removed(other, Reason.REPLACED)) {
                    signedOut.fire(new SignedOut(other.actor(), Reason.REPLACED));
                }
            } else {
                end(
                        other,
                        Lifetimes.isExpired(other, now) || Lifetimes.isIdle(other, now)
                                ? Reason.IDLE
                                : Reason.REPLACED);
            }
        }
        sessions.forgetEnded(now.minus(KeptForms.LONGEST));
        for (Session over : sessions.over(now)) {
            end(over, Lifetimes.isExpired(over, now) ? Reason.EXPIRED : Reason.IDLE);
        }
    }

    private void requireGranted(Proof proof, Set<Role> roles) {
        if (!staff.grants(proof.user(), roles)) {
            staff.meet(proof.user(), roles);
            staff.came(proof.user(), proof.at());
            throw new SignInProblem(
                    staff.mayComeIn(proof.user())
                            ? SignInRefused.Reason.ROLE_DIFFERS
                            : SignInRefused.Reason.NOT_CONFIRMED);
        }
    }

    private Optional<Session> refreshed(Session session, Set<Role> granted, Instant now) {
        if (now.isBefore(session.refreshDue())) {
            return stillTrusted(session, now);
        }
        Instant lease = now.plus(Lifetimes.REFRESH_LEASE);
        Optional<String> turn = sessions.takeTurnToRefresh(session, now, lease);
        if (turn.isEmpty()) {
            return stillTrusted(session, now);
        }
        Optional<String> refreshToken = settings.seal().open(purpose(session), turn.get());
        if (refreshToken.isEmpty()) {
            // The key of the installation was changed.
            return ended(session, Reason.EXPIRED);
        }
        try {
            return stillGranted(session, granted, refreshToken.get(), now);
        } catch (ProviderAway e) {
            sessions.providerAway(session, lease, now);
            LOG.log(
                    Level.WARNING,
                    "the identity provider is away; session {0}",
                    session.actor().sessionTag());
            return stillTrusted(session.degraded(session.degradedSince().orElse(now)), now);
        } catch (NoLongerStands e) {
            LOG.log(
                    Level.INFO,
                    "the identity provider ended session {0}: {1}",
                    session.actor().sessionTag(),
                    e.getMessage());
            return ended(session, e.reason());
        }
    }

    private Optional<Session> stillGranted(Session session, Set<Role> granted, String refreshToken, Instant now) {
        Guarantor.Standing standing = guarantor.ask(session.user(), refreshToken);
        Set<Role> roles = standing.roles();
        if (!granted.containsAll(roles) || !settings.demandedStrength(roles).isReachedBy(session.acr())) {
            // Somebody got a role that no two administrators gave them here, or one that demands more than they proved.
            staff.meet(session.user(), roles);
            return ended(session, Reason.ROLES_REMOVED);
        }
        sessions.refreshed(
                session,
                roles,
                settings.seal().close(purpose(session), standing.refreshToken()),
                now.plus(Lifetimes.REFRESH_EVERY));
        Actor actor = session.actor();
        if (!actor.roles().equals(roles)) {
            staff.meet(actor.id(), roles);
            actor = new Actor(actor.id(), roles, actor.team(), actor.sessionTag());
        }
        return Optional.of(session.actingAs(actor));
    }

    private Optional<Session> stillTrusted(Session session, Instant now) {
        return Lifetimes.isTooLongWithoutProvider(session, now)
                ? ended(session, Reason.PROVIDER_AWAY)
                : Optional.of(session);
    }

    private Session touched(Session session, Instant now) {
        if (now.isBefore(session.touched().plus(Lifetimes.TOUCH_EVERY))) {
            return session;
        }
        Instant idleUntil = now.plus(Lifetimes.idle(session.actor().roles()));
        sessions.touch(session, now, idleUntil);
        return session.awakeUntil(idleUntil);
    }

    private Optional<Session> ended(Session session, Reason reason) {
        end(session, reason);
        return Optional.empty();
    }

    private static String purpose(Session session) {
        return "refresh " + Secrets.hex(session.idHash());
    }
}
