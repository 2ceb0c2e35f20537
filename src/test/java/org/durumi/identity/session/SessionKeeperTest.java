package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignedIn;
import org.durumi.identity.SignedOut;
import org.durumi.identity.SignedOut.Reason;
import org.durumi.identity.StaffForTests;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a session lasts; the identity provider of these tests is away. */
class SessionKeeperTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Fakes.TestClock clock = new Fakes.TestClock(NOON);
    private final Fakes.SessionList rows = new Fakes.SessionList();
    private final Fakes.Fired<SignedIn> began = new Fakes.Fired<>();
    private final Fakes.Fired<SignedOut> ended = new Fakes.Fired<>();
    private final SessionKeeper keeper = Fakes.keeper(new Fakes.Away(), clock, ended);

    @BeforeEach
    void nobody_is_signed_in() {
        keeper.sessions = rows;
        keeper.signedIn = began;
    }

    @Test
    void only_the_keyed_hash_of_the_cookie_is_kept_and_the_refresh_token_is_sealed() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        Fakes.SessionList.Row row = rows.rows.get(0);
        assertArrayEquals(keeper.settings.macs().idOf(cookie), row.session().idHash());
        assertFalse(row.refreshToken().contains("refresh-token-of-haneul"));
        assertFalse(Secrets.hex(row.session().idHash())
                .contains(row.session().actor().sessionTag()));
    }

    @Test
    void a_session_ends_after_fifteen_idle_minutes() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertTrue(isThere(cookie));
        clock.pass(Duration.ofMinutes(15));
        assertFalse(isThere(cookie));
        assertEquals(Reason.IDLE, ended.events.get(0).reason());
        assertEquals(List.of(), rows.rows);
    }

    @Test
    void an_auditor_and_an_administrator_are_out_after_ten() {
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            String cookie = signIn("ohjin", role);
            clock.pass(Duration.ofMinutes(10));
            assertFalse(isThere(cookie), role.name());
        }
    }

    @Test
    void a_row_is_touched_at_most_once_a_minute() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        clock.pass(Duration.ofSeconds(59));
        assertTrue(isThere(cookie));
        assertEquals(NOON, rows.rows.get(0).session().touched());
        clock.pass(Duration.ofSeconds(1));
        assertTrue(isThere(cookie));
        assertEquals(NOON.plusSeconds(60), rows.rows.get(0).session().touched());
    }

    @Test
    void what_an_open_page_asks_for_by_itself_keeps_nobody_signed_in() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        String tag = keeper.find(cookie).orElseThrow().actor().sessionTag();
        for (int minute = 1; minute < 15; minute++) {
            clock.pass(Duration.ofMinutes(1));
            assertTrue(keeper.look(cookie).isPresent());
            assertEquals(1, keeper.stillOpen(List.of(tag, "another")).size());
        }
        assertEquals(NOON, rows.rows.get(0).session().touched());
        clock.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), keeper.stillOpen(List.of(tag)));
        assertEquals(1, rows.rows.size(), "looking at many ends none");
        assertFalse(keeper.look(cookie).isPresent());
        assertEquals(Reason.IDLE, ended.events.get(0).reason());
    }

    @Test
    void ten_hours_count_from_when_the_person_proved_who_they_are() {
        assertEquals(NOON.plus(Duration.ofHours(9)), Lifetimes.end(NOON.minus(Duration.ofHours(1)), NOON));
        assertEquals(NOON.plus(Duration.ofHours(10)), Lifetimes.end(NOON.plusSeconds(20), NOON));
    }

    @Test
    void a_session_never_outlives_its_end() {
        String cookie = keeper.open(
                        person("haneul", NOON.minus(Duration.ofHours(10)).plusSeconds(60)),
                        Set.of(Role.CASEWORKER),
                        new GuestLanguage.Wish(Optional.empty(), Locale.KOREAN),
                        "refresh")
                .cookieValue();
        clock.pass(Duration.ofSeconds(59));
        assertTrue(isThere(cookie));
        clock.pass(Duration.ofSeconds(1));
        assertFalse(isThere(cookie));
        assertEquals(Reason.EXPIRED, ended.events.get(0).reason());
    }

    @Test
    void a_second_sign_in_ends_the_first() {
        String first = signIn("haneul", Role.CASEWORKER);
        String second = signIn("haneul", Role.CASEWORKER);
        assertFalse(isThere(first));
        assertTrue(isThere(second));
        assertEquals(Reason.REPLACED, ended.events.get(0).reason());
    }

    @Test
    void work_goes_on_for_ten_minutes_without_the_identity_provider_then_only_reading_and_after_thirty_nothing() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        clock.pass(Lifetimes.REFRESH_EVERY);
        assertFalse(mayOnlyRead(cookie));
        clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertFalse(mayOnlyRead(cookie));
        clock.pass(Duration.ofSeconds(1));
        assertTrue(mayOnlyRead(cookie));
        clock.pass(Duration.ofMinutes(10));
        assertTrue(mayOnlyRead(cookie));
        clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertTrue(mayOnlyRead(cookie));
        clock.pass(Duration.ofSeconds(1));
        assertFalse(isThere(cookie));
        assertEquals(Reason.PROVIDER_AWAY, ended.events.get(0).reason());
    }

    @Test
    void a_session_for_which_nobody_vouches_any_more_ends_for_the_reason_that_is_told() {
        for (Reason told : List.of(Reason.ENDED_BY_PROVIDER, Reason.ROLES_REMOVED)) {
            String cookie = signIn("haneul", Role.CASEWORKER);
            keeper.guarantor = new Fakes.Away() {
                @Override
                public Standing ask(UserId person, String refreshToken) {
                    throw new NoLongerStands(told, "told");
                }
            };
            clock.pass(Lifetimes.REFRESH_EVERY);
            assertFalse(isThere(cookie));
            assertEquals(told, ended.events.get(ended.events.size() - 1).reason());
        }
    }

    @Test
    void whom_no_two_administrators_gave_their_role_does_not_come_in_and_is_known_from_then_on() {
        for (Role role : List.of(Role.CASEWORKER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            keeper.staff = StaffForTests.directory(Set.of());
            SignInProblem problem = assertThrows(SignInProblem.class, () -> signIn("newcomer", role));
            assertEquals(SignInRefused.Reason.NOT_CONFIRMED, problem.refusal().reason());
            assertEquals(List.of(), rows.rows);
            assertEquals(List.of(), began.events);
            assertEquals(
                    Set.of(role),
                    keeper.staff.member(new UserId("newcomer")).orElseThrow().rolesLastSeen());
        }
    }

    @Test
    void whoever_comes_with_another_role_than_the_one_that_was_given_is_told_so_and_it_is_seen() {
        keeper.staff = StaffForTests.directory(Set.of(Role.CASEWORKER));
        signIn("haneul", Role.CASEWORKER);
        SignInProblem problem = assertThrows(SignInProblem.class, () -> signIn("haneul", Role.SUPERVISOR));
        assertEquals(SignInRefused.Reason.ROLE_DIFFERS, problem.refusal().reason());
        assertEquals(
                Set.of(Role.SUPERVISOR),
                keeper.staff.member(new UserId("haneul")).orElseThrow().rolesLastSeen());
    }

    @Test
    void a_role_that_was_taken_away_ends_the_session_with_the_next_request() {
        for (Role role : List.of(Role.CASEWORKER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            for (Set<Role> left : List.of(Set.<Role>of(), without(role))) {
                rows.granted = EnumSet.allOf(Role.class);
                String cookie = signIn("haneul", role);
                assertTrue(isThere(cookie));
                rows.granted = left;
                assertFalse(isThere(cookie), role + " has " + left);
                assertEquals(Reason.ROLES_REMOVED, ended.events.getLast().reason());
            }
        }
    }

    @Test
    void a_role_that_the_identity_provider_alone_gives_ends_the_session_at_the_next_question() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        rows.granted = Set.of(Role.CASEWORKER);
        keeper.guarantor = new Fakes.Away() {
            @Override
            public Standing ask(UserId person, String refreshToken) {
                return new Standing(Set.of(Role.SUPERVISOR), refreshToken);
            }
        };
        assertTrue(isThere(cookie));
        clock.pass(Lifetimes.REFRESH_EVERY);
        assertFalse(isThere(cookie));
        assertEquals(Reason.ROLES_REMOVED, ended.events.getLast().reason());
        assertEquals(
                Set.of(Role.SUPERVISOR),
                keeper.staff.member(new UserId("haneul")).orElseThrow().rolesLastSeen(),
                "an administrator sees that it differs");
    }

    @Test
    void a_proof_renews_no_session_whose_role_was_taken_away() {
        String cookie = signIn("seo", Role.SUPERVISOR);
        keeper.staff = StaffForTests.directory(Set.of());
        SignInProblem problem = assertThrows(SignInProblem.class, () -> renew(cookie, "seo"));
        assertEquals(SignInRefused.Reason.NOT_CONFIRMED, problem.refusal().reason());
    }

    private static Set<Role> without(Role role) {
        return EnumSet.complementOf(EnumSet.of(role));
    }

    @Test
    void one_request_takes_the_turn_to_refresh() {
        Session session = keeper.find(signIn("haneul", Role.CASEWORKER)).orElseThrow();
        clock.pass(Lifetimes.REFRESH_EVERY);
        Instant lease = clock.instant().plus(Lifetimes.REFRESH_LEASE);
        assertTrue(rows.takeTurnToRefresh(session, clock.instant(), lease).isPresent());
        assertTrue(rows.takeTurnToRefresh(session, clock.instant(), lease).isEmpty());
    }

    @Test
    void a_sign_in_that_cannot_be_recorded_opens_no_session() {
        keeper.signedIn = new Fakes.Fired<>() {
            @Override
            public void fire(SignedIn event) {
                throw new IllegalStateException("the log is away");
            }
        };
        assertThrows(IllegalStateException.class, () -> signIn("haneul", Role.CASEWORKER));
        assertEquals(List.of(), rows.rows);
    }

    @Test
    void sessions_that_nobody_comes_back_to_are_ended_by_the_next_sign_in() {
        signIn("haneul", Role.CASEWORKER);
        clock.pass(Duration.ofHours(1));
        signIn("seo", Role.SUPERVISOR);
        assertEquals(1, rows.rows.size());
        assertEquals(Reason.IDLE, ended.events.get(0).reason());
    }

    @Test
    void a_proof_counts_for_five_minutes() {
        Session session = keeper.find(signIn("seo", Role.SUPERVISOR)).orElseThrow();
        assertTrue(Lifetimes.isConfirmed(session, NOON.plusSeconds(299)));
        assertFalse(Lifetimes.isConfirmed(session, NOON.plusSeconds(300)));
    }

    @Test
    void a_new_proof_gives_the_session_another_cookie_and_keeps_its_forms_and_its_end() {
        String before = signIn("seo", Role.SUPERVISOR);
        Session old = keeper.find(before).orElseThrow();
        clock.pass(Duration.ofMinutes(12));
        String after = renew(before, "seo");
        assertFalse(isThere(before));
        Session renewed = keeper.find(after).orElseThrow();
        assertEquals(old.csrfToken(), renewed.csrfToken());
        assertEquals(old.ends(), renewed.ends());
        assertEquals(clock.instant(), renewed.authTime());
        assertEquals(clock.instant().plus(Duration.ofMinutes(15)), renewed.idleUntil());
        assertNotEquals(old.actor().sessionTag(), renewed.actor().sessionTag());
        assertEquals(2, began.events.size());
        assertEquals(Reason.REPLACED, ended.events.get(0).reason());
        assertEquals(1, rows.rows.size());
    }

    @Test
    void somebody_else_cannot_renew_a_session() {
        String cookie = signIn("seo", Role.SUPERVISOR);
        SignInProblem problem = assertThrows(SignInProblem.class, () -> renew(cookie, "haneul"));
        assertEquals(SignInRefused.Reason.OTHER_PERSON, problem.refusal().reason());
        assertTrue(isThere(cookie));
    }

    @Test
    void a_session_that_ended_while_its_person_was_asked_begins_anew() {
        String cookie = signIn("seo", Role.SUPERVISOR);
        clock.pass(Duration.ofMinutes(16));
        String fresh = renew(cookie, "seo");
        assertFalse(isThere(cookie));
        assertTrue(isThere(fresh));
        assertEquals(Reason.IDLE, ended.events.get(0).reason());
    }

    @Test
    void a_word_of_the_identity_provider_ends_its_session_once() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        String sid = keeper.find(cookie).orElseThrow().providerSid();
        assertTrue(keeper.endedAtProvider(
                new EndedAtProvider("1", Optional.of("another"), Optional.of(new UserId("haneul")))));
        assertTrue(isThere(cookie));
        assertTrue(keeper.endedAtProvider(new EndedAtProvider("2", Optional.of(sid), Optional.of(new UserId("yun")))));
        assertTrue(isThere(cookie), "the session of somebody else");
        assertTrue(keeper.endedAtProvider(new EndedAtProvider("3", Optional.of(sid), Optional.empty())));
        assertFalse(isThere(cookie));
        assertEquals(Reason.ENDED_BY_PROVIDER, ended.events.get(0).reason());
        assertFalse(
                keeper.endedAtProvider(new EndedAtProvider("3", Optional.of(sid), Optional.empty())), "heard before");
    }

    @Test
    void a_word_without_a_session_ends_all_of_the_person() {
        String cookie = signIn("haneul", Role.CASEWORKER);
        String other = signIn("yun", Role.CASEWORKER);
        assertTrue(
                keeper.endedAtProvider(new EndedAtProvider("1", Optional.empty(), Optional.of(new UserId("haneul")))));
        assertFalse(isThere(cookie));
        assertTrue(isThere(other));
    }

    @Test
    void forms_outlive_a_session_that_ended_by_itself_but_not_one_that_was_signed_out() {
        Session idle = keeper.find(signIn("haneul", Role.CASEWORKER)).orElseThrow();
        keeper.end(idle, Reason.IDLE);
        Session asked = keeper.find(signIn("yun", Role.CASEWORKER)).orElseThrow();
        keeper.end(asked, Reason.ASKED);
        assertEquals(List.of(idle.csrfToken()), rows.tokensOfEnded);
    }

    private String renew(String cookie, String user) {
        return keeper.renew(
                        Secrets.hex(keeper.settings.macs().idOf(cookie)),
                        person(user, clock.instant()),
                        Set.of(Role.SUPERVISOR),
                        new GuestLanguage.Wish(Optional.empty(), Locale.KOREAN),
                        "refresh-token-of-" + user)
                .cookieValue();
    }

    @Test
    void a_cookie_that_we_never_gave_out_is_nobody() {
        assertFalse(isThere(Secrets.random()));
    }

    private String signIn(String user, Role role) {
        return keeper.open(
                        person(user, clock.instant()),
                        Set.of(role),
                        new GuestLanguage.Wish(Optional.empty(), Locale.KOREAN),
                        "refresh-token-of-" + user)
                .cookieValue();
    }

    private static Proof person(String user, Instant authTime) {
        return new Proof(new UserId(user), "mfa", authTime, Secrets.random());
    }

    private boolean isThere(String cookie) {
        return keeper.find(cookie).isPresent();
    }

    private boolean mayOnlyRead(String cookie) {
        return keeper.mayOnlyRead(keeper.find(cookie).orElseThrow());
    }
}
