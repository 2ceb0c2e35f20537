package org.durumi.identity.session;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.SignedOut;
import org.durumi.identity.StaffForTests;
import org.durumi.kernel.UserId;

/** What stands in for the container and the database when sessions are tested without them. */
public final class Fakes {
    private Fakes() {}

    /** A keeper whose rows are a list. */
    public static SessionKeeper keeper(Guarantor guarantor, Clock clock, Event<SignedOut> ended) {
        SessionKeeper keeper = new SessionKeeper();
        keeper.sessions = new SessionList();
        keeper.settings = SessionSettings.of(new byte[32]);
        keeper.guarantor = guarantor;
        keeper.forms = new KeptForms() {
            @Override
            boolean isLeft(UserId sender) {
                return false;
            }
        };
        keeper.staff = StaffForTests.directory();
        keeper.clock = clock;
        keeper.signedIn = new Fired<>();
        keeper.signedOut = ended;
        return keeper;
    }

    /** An identity provider that does not answer. */
    static class Away implements Guarantor {
        @Override
        public Standing ask(UserId person, String refreshToken) {
            throw new ProviderAway(503);
        }

        @Override
        public void end(String refreshToken) {
            throw new ProviderAway(503);
        }
    }

    /** The session table as a list. */
    static class SessionList extends Sessions {
        record Row(Session session, String refreshToken) {}

        final List<Row> rows = new ArrayList<>();
        Set<Role> granted = EnumSet.allOf(Role.class);
        final List<String> tokensOfEnded = new ArrayList<>();
        private final Set<String> heard = new HashSet<>();

        @Override
        boolean open(Session session, String refreshToken, Instant now) {
            if (!ofUser(session.user()).isEmpty()) {
                return false;
            }
            return rows.add(new Row(session, refreshToken));
        }

        @Override
        Optional<Found> find(byte[] idHash) {
            return rows.stream()
                    .map(Row::session)
                    .filter(each -> Arrays.equals(each.idHash(), idHash))
                    .map(each -> new Found(each, each.touched(), granted))
                    .findFirst();
        }

        @Override
        List<Found> ofTags(Collection<String> tags) {
            return rows.stream()
                    .map(Row::session)
                    .filter(each -> tags.contains(each.actor().sessionTag()))
                    .map(each -> new Found(each, each.touched(), granted))
                    .toList();
        }

        @Override
        List<Session> ofUser(UserId user) {
            return rows.stream()
                    .map(Row::session)
                    .filter(each -> each.user().equals(user))
                    .toList();
        }

        @Override
        List<Session> over(Instant now) {
            return rows.stream()
                    .map(Row::session)
                    .filter(each -> Lifetimes.isIdle(each, now) || Lifetimes.isExpired(each, now))
                    .toList();
        }

        @Override
        boolean end(Session session) {
            return rows.removeIf(row -> isOf(row, session));
        }

        @Override
        boolean endKeepingForms(Session session, SignedOut.Reason reason, Instant now) {
            return end(session) && tokensOfEnded.add(session.csrfToken());
        }

        @Override
        List<Session> ofProvider(String sid) {
            return rows.stream()
                    .map(Row::session)
                    .filter(each -> each.providerSid().equals(sid))
                    .toList();
        }

        @Override
        boolean hearOnce(String jti, Instant now, Instant before) {
            return heard.add(jti);
        }

        @Override
        void forgetEnded(Instant before) {}

        @Override
        boolean renew(Session old, Session renewed, String refreshToken) {
            return end(old) && rows.add(new Row(renewed, refreshToken));
        }

        @Override
        void touch(Session session, Instant now, Instant idleUntil) {
            change(session, each -> copy(each, each.actor(), each.refreshDue(), each.degradedSince(), now, idleUntil));
        }

        @Override
        Optional<String> takeTurnToRefresh(Session session, Instant now, Instant leaseUntil) {
            Optional<String> token = rows.stream()
                    .filter(row ->
                            isOf(row, session) && !now.isBefore(row.session().refreshDue()))
                    .map(Row::refreshToken)
                    .findFirst();
            token.ifPresent(turn -> change(
                    session,
                    each -> copy(
                            each, each.actor(), leaseUntil, each.degradedSince(), each.touched(), each.idleUntil())));
            return token;
        }

        @Override
        void refreshed(Session session, Set<Role> roles, String refreshToken, Instant due) {
            rows.replaceAll(row -> isOf(row, session) ? new Row(row.session(), refreshToken) : row);
            change(session, each -> {
                Actor actor = new Actor(
                        each.user(), roles, each.actor().team(), each.actor().sessionTag());
                return copy(each, actor, due, Optional.empty(), each.touched(), each.idleUntil());
            });
        }

        @Override
        void providerAway(Session session, Instant lease, Instant now) {
            change(
                    session,
                    each -> copy(
                            each,
                            each.actor(),
                            each.refreshDue(),
                            each.degradedSince().or(() -> Optional.of(now)),
                            each.touched(),
                            each.idleUntil()));
        }

        @Override
        Optional<String> refreshToken(Session session) {
            return rows.stream()
                    .filter(row -> isOf(row, session))
                    .map(Row::refreshToken)
                    .findFirst();
        }

        @Override
        Session speak(Session session, Locale language) {
            return session.speaking(language);
        }

        private void change(Session session, java.util.function.UnaryOperator<Session> change) {
            rows.replaceAll(row -> isOf(row, session) ? new Row(change.apply(row.session()), row.refreshToken()) : row);
        }

        private static boolean isOf(Row row, Session session) {
            return Arrays.equals(row.session().idHash(), session.idHash());
        }

        private static Session copy(
                Session of,
                Actor actor,
                Instant refreshDue,
                Optional<Instant> degradedSince,
                Instant touched,
                Instant idleUntil) {
            return new Session(
                    of.idHash(),
                    actor,
                    of.handle(),
                    of.csrfToken(),
                    of.message(),
                    of.language(),
                    of.preferences(),
                    of.acr(),
                    of.authTime(),
                    of.providerSid(),
                    refreshDue,
                    degradedSince,
                    touched,
                    idleUntil,
                    of.ends());
        }
    }

    /** Remembers what was fired. */
    public static class Fired<T> implements Event<T> {
        public final List<T> events = new ArrayList<>();

        @Override
        public void fire(T event) {
            events.add(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }

    /** A clock that a test moves. */
    public static class TestClock extends Clock {
        private Instant now;

        public TestClock(Instant now) {
            this.now = now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
