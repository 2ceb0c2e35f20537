package org.durumi.mail;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.DeputyService;
import org.durumi.cases.GlassService;
import org.durumi.cases.NewDeputy;
import org.durumi.cases.NewGlass;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.durumi.work.CheckInKind;
import org.durumi.work.CheckInService;
import org.durumi.work.NewCheckIn;
import org.durumi.work.NewCheckInPlan;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is told on a page is told by mail too: a number, a kind and the way there, never more, and never to anybody else. */
@ExtendWith(ArquillianExtension.class)
class MailIT {
    private static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000d1");
    private static final TeamId FAR_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000d2");
    private static final Actor OWNER = actor("mail-owner", Role.CASEWORKER, TEAM);
    private static final Actor SUPERVISOR = actor("mail-supervisor", Role.SUPERVISOR, TEAM);
    private static final Actor FAR = actor("mail-far", Role.SUPERVISOR, FAR_TEAM);
    private static final Actor READER = actor("mail-reader", Role.CASEWORKER, FAR_TEAM);
    private static final Actor DEPUTY = actor("mail-deputy", Role.CASEWORKER, TEAM);
    private static final Actor FORMER = actor("mail-former", Role.CASEWORKER, TEAM);
    private static final Actor NEXT = actor("mail-next", Role.CASEWORKER, TEAM);
    private static final String WHY = "canary: she calls from the bridge and nobody answers";
    private static final NewCheckInPlan PLAN = new NewCheckInPlan(
            24, 60, Optional.empty(), Optional.empty(), "canary over the shop", "canary onion", "canary soup");
    private static final long PATIENCE = 20_000;

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    MailAddressService addresses;

    @Inject
    MailRunner runner;

    @Inject
    LockedWatch watch;

    @Inject
    CheckInService checkIns;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    GlassService glass;

    @Inject
    DeputyService deputies;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    private GreenMail server;
    private CaseNumber number;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_and_a_mail_server() throws Exception {
        asSuperuser("delete from mail; delete from mail_address");
        server = started();
        told.team(TEAM, OWNER, SUPERVISOR);
        told.team(FAR_TEAM, FAR, READER);
        number = told.caseOf(OWNER, WOMAN);
    }

    @AfterEach
    void nobody_is_told_any_more() throws SQLException {
        server.stop();
        asSuperuser("delete from mail; delete from mail_address");
        asSuperuser("update deputyship set until = now() where until is null and user_id like 'mail-%'");
        asSuperuser("update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                + " misses = 0, duress_at = null");
    }

    @Test
    void of_duress_each_is_told_at_once_in_their_language_and_nothing_else_is_said() throws Exception {
        speaks(OWNER, Locale.KOREAN);
        speaks(SUPERVISOR, Locale.ENGLISH);
        for (Actor each : List.of(OWNER, SUPERVISOR, FAR)) {
            confirmed(each);
        }
        requests.does(SUPERVISOR, () -> addresses.choose(new NewMailRhythm(MailRhythm.DAILY)));
        requests.does(FAR, () -> addresses.choose(new NewMailRhythm(MailRhythm.OFF)));

        duress();

        assertTrue(server.waitForIncomingEmail(PATIENCE, 3));
        String base = ConfigProvider.getConfig().getValue("durumi.base.url", String.class);
        String way = number + "\n" + base + "/cases/" + number + "\n\n";
        MimeMessage korean = to(OWNER);
        // What was said, and the alert that follows it.
        assertEquals("두루미: 알림 2건", korean.getSubject());
        assertEquals(
                Set.of(
                        "안부 확인에서 위험 신호가 있었습니다: " + way.strip(),
                        "경보가 떴습니다(위급): " + way.strip(),
                        "자세한 내용은 두루미에 로그인하여 확인하세요. 안전을 위해 메일에는 더 적지 않습니다."),
                Set.of(content(korean).strip().split("\n\n")));
        MimeMessage english = to(SUPERVISOR);
        assertEquals("Durumi: 2 notices", english.getSubject());
        assertEquals(
                Set.of(
                        "A check-in under duress: " + way.strip(),
                        "An alert was raised (Critical): " + way.strip(),
                        "Sign in to Durumi to see more. This mail says no more on purpose."),
                Set.of(content(english).strip().split("\n\n")));
        assertNotNull(to(FAR));
        assertEquals(
                new TreeSet<>(Set.of(
                        "Auto-Submitted",
                        "Content-Language",
                        "Content-Transfer-Encoding",
                        "Content-Type",
                        "Date",
                        "From",
                        "MIME-Version",
                        "Message-ID",
                        // Both of GreenMail.
                        "Received",
                        "Return-Path",
                        "Subject",
                        "To")),
                new TreeSet<>(Collections.list(english.getAllHeaders()).stream()
                        .map(Header::getName)
                        .toList()));
        assertTrue(english.getMessageID().matches("<[0-9a-f-]{36}@durumi\\.example\\.org>"), english.getMessageID());
        assertTrue(
                english.getHeader("Received")[0].contains("HELO durumi.example.org"),
                () -> "what it calls itself names no machine");
        noCanary();
        awaited("nothing waits", () -> waiting() == 0);
    }

    @Test
    void of_an_alert_and_of_a_broken_glass_those_are_told_whose_case_it_is() throws Exception {
        confirmed(OWNER);
        confirmed(SUPERVISOR);
        confirmed(FAR);
        Participant first = participant();
        requests.does(
                OWNER,
                () -> cases.enterStage(
                        number,
                        first.id(),
                        told.report(Stage.DETENTION, "canary: her aunt heard it", org.durumi.cases.StageDetails.none()),
                        first.version()));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 2));
        for (Actor each : List.of(OWNER, SUPERVISOR)) {
            assertTrue(content(to(each)).contains("(Critical): " + number)
                    || content(to(each)).contains("(위급): " + number));
        }
        assertEquals(0, mailsTo(FAR), "of another team's alert nobody is told");

        server.purgeEmailFromAllMailboxes();
        requests.does(READER, () -> glass.breakGlass(new NewGlass(number, WHY)));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 3));
        assertTrue(content(to(FAR)).startsWith("긴급 열람이 있었습니다: " + number));
        noCanary();
    }

    @Test
    void a_deputy_is_told_of_an_alert_and_of_duress_and_neither_a_former_one_nor_their_own_deputy() throws Exception {
        told.team(TEAM, DEPUTY, FORMER, NEXT);
        for (Actor each : List.of(DEPUTY, FORMER, NEXT)) {
            confirmed(each);
        }
        EntryId ended = requests.as(OWNER, () -> deputies.name(today(Optional.empty(), FORMER)));
        requests.does(FORMER, () -> deputies.end(ended));
        requests.does(OWNER, () -> deputies.name(today(Optional.empty(), DEPUTY)));
        requests.does(SUPERVISOR, () -> deputies.name(today(Optional.of(DEPUTY.id()), NEXT)));
        duress();

        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertTrue(content(to(DEPUTY)).contains("under duress: " + number)
                || content(to(DEPUTY)).contains("위험 신호가 있었습니다: " + number));
        server.purgeEmailFromAllMailboxes();

        Participant first = participant();
        requests.does(
                OWNER,
                () -> cases.enterStage(
                        number,
                        first.id(),
                        told.report(Stage.DETENTION, "canary: her aunt heard it", StageDetails.none()),
                        first.version()));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertTrue(content(to(DEPUTY)).contains("(Critical): " + number)
                || content(to(DEPUTY)).contains("(위급): " + number));
        for (Actor each : List.of(FORMER, NEXT)) {
            assertEquals(0, mailsTo(each));
            assertEquals(
                    List.of(),
                    Database.lines(
                            "select id::text from mail where user_id = ?",
                            each.id().value()));
        }
    }

    private NewDeputy today(Optional<UserId> absent, Actor deputy) {
        return new NewDeputy(absent, deputy.id(), told.today(), told.today());
    }

    @Test
    void who_has_confirmed_no_address_is_told_nothing_by_mail() throws Exception {
        requests.does(SUPERVISOR, () -> addresses.ask(address(SUPERVISOR), Locale.ENGLISH));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        server.purgeEmailFromAllMailboxes();

        duress();

        assertEquals(0, waiting());
        runner.work(clock.instant());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void who_may_not_come_in_is_told_nothing_by_mail_and_what_waited_for_them_is_gone() throws Exception {
        speaks(SUPERVISOR, Locale.ENGLISH);
        confirmed(OWNER);
        confirmed(SUPERVISOR);
        for (Actor each : List.of(OWNER, SUPERVISOR)) {
            requests.does(each, () -> addresses.choose(new NewMailRhythm(MailRhythm.DAILY)));
        }
        missed("CASEWORKERS");
        missed("SUPERVISORS");
        assertEquals(2, waiting());
        told.losesRole(OWNER);
        assertEquals(List.of("mail-supervisor"), Database.lines("select user_id from mail"));

        // Somebody deleted a confirmation past us: what was written before is not sent either.
        told.losesConfirmation(SUPERVISOR);
        missed("EVERY_SUPERVISOR");
        assertEquals(1, waiting());
        runner.work(clock.instant());
        awaited("thrown away", () -> waiting() == 0);
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void an_address_counts_once_its_code_was_typed_and_not_after_five_wrong_ones() throws Exception {
        requests.does(OWNER, () -> addresses.ask(address(OWNER), Locale.ENGLISH));
        assertEquals("", requests.as(OWNER, addresses::mine).address());
        assertEquals(
                "mail-owner@example.org", requests.as(OWNER, addresses::mine).waiting());
        String code = code(OWNER);
        assertEquals(MailAddressService.Typed.OVER, typed(SUPERVISOR, code), "it is another's");
        String wrong = code.equals("00000000") ? "11111111" : "00000000";
        for (int i = 0; i < 4; i++) {
            assertEquals(MailAddressService.Typed.WRONG, typed(OWNER, wrong));
        }
        assertEquals(MailAddressService.Typed.CONFIRMED, typed(OWNER, code.substring(0, 4) + " " + code.substring(4)));
        assertEquals(
                "mail-owner@example.org", requests.as(OWNER, addresses::mine).address());

        // Another one stands when it is confirmed; until then the first does.
        requests.does(OWNER, () -> addresses.ask(new NewMailAddress("other@example.org"), Locale.ENGLISH));
        assertEquals(
                "mail-owner@example.org", requests.as(OWNER, addresses::mine).address());
        for (int i = 0; i < 5; i++) {
            assertEquals(MailAddressService.Typed.WRONG, typed(OWNER, wrong));
        }
        assertEquals(MailAddressService.Typed.OVER, typed(OWNER, code("other@example.org")), "it was tried too often");

        requests.does(OWNER, () -> addresses.ask(new NewMailAddress("other@example.org"), Locale.ENGLISH));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 3));
        assertEquals(MailAddressService.Typed.CONFIRMED, typed(OWNER, code("other@example.org")));
        assertEquals("other@example.org", requests.as(OWNER, addresses::mine).address());

        requests.does(OWNER, addresses::remove);
        assertEquals("", requests.as(OWNER, addresses::mine).address());
        assertEquals(List.of("0"), Database.lines("select count(*) from mail_address"));
    }

    @Test
    void a_code_is_over_after_a_quarter_of_an_hour() {
        Instant asked = Instant.parse("2026-11-29T00:00:00Z");
        MailAddress some = new MailAddress(
                java.util.UUID.randomUUID(),
                OWNER.id(),
                org.durumi.vault.Sealed.nothing(),
                MailRhythm.AT_ONCE,
                asked,
                org.durumi.vault.Sealed.nothing(),
                Optional.empty(),
                new byte[0],
                Optional.empty(),
                0);
        assertTrue(some.isOpenFor(asked.plus(Duration.ofMinutes(15)).minusMillis(1)));
        assertFalse(some.isOpenFor(asked.plus(Duration.ofMinutes(15))));
    }

    @Test
    void what_is_no_address_is_refused_and_none_lies_in_clear() throws Exception {
        for (String each :
                List.of("nobody", "a@b", "a b@example.org", "a@example.org\r\nBcc: x@example.org", "a@-x.org")) {
            assertThrows(
                    RuleViolation.class,
                    () -> requests.does(OWNER, () -> addresses.ask(new NewMailAddress(each), Locale.ENGLISH)),
                    each);
        }
        confirmed(OWNER);
        assertEquals(
                List.of("0"),
                Database.lines("select count(*) from mail_address m where m::text like '%example%'"
                        + " or position('example'::bytea in by_organisation) > 0"));
    }

    @Test
    void once_a_day_all_comes_together_in_the_morning() throws Exception {
        confirmed(OWNER);
        requests.does(OWNER, () -> addresses.choose(new NewMailRhythm(MailRhythm.DAILY)));
        missed("CASEWORKERS");
        missed("CASEWORKERS");
        Instant morning = MailRhythm.DAILY.due(clock.instant(), false, clock.getZone());
        runner.work(clock.instant());
        awaited(
                "put off",
                () -> Database.lines("select count(*) from mail where due_at > now()")
                        .equals(List.of("2")));
        assertEquals(0, server.getReceivedMessages().length);
        assertEquals(LocalTime.of(8, 0), morning.atZone(clock.getZone()).toLocalTime());

        runner.work(morning);

        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertEquals("두루미: 알림 2건", to(OWNER).getSubject());
        assertEquals(0, waiting());
    }

    @Test
    void whoever_wants_no_mail_is_told_of_the_last_step_all_the_same() throws Exception {
        speaks(SUPERVISOR, Locale.KOREAN);
        confirmed(SUPERVISOR);
        requests.does(SUPERVISOR, () -> addresses.choose(new NewMailRhythm(MailRhythm.OFF)));
        missed("SUPERVISORS");
        assertEquals(0, waiting());
        missed("EVERY_SUPERVISOR");
        runner.work(clock.instant());
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertTrue(content(to(SUPERVISOR)).startsWith("오기로 한 안부 연락이 오지 않았습니다: " + number));
    }

    @Test
    void what_could_not_be_sent_is_tried_again_until_the_server_takes_it() throws Exception {
        confirmed(OWNER);
        server.stop();
        missed("CASEWORKERS");
        runner.work(clock.instant());
        awaited(
                "failed",
                () -> Database.lines("select count(*) from mail where failures > 0")
                        .equals(List.of("1")));
        assertEquals(List.of("MailConnectException"), Database.lines("select failure from mail"));
        Actor administrator = new Actor(new UserId("mail-admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
        assertEquals(
                1,
                requests.as(administrator, addresses::mine)
                        .trouble()
                        .orElseThrow()
                        .waiting());
        assertEquals(Optional.empty(), requests.as(OWNER, addresses::mine).trouble());

        server = started();
        runner.work(clock.instant().plus(Duration.ofMinutes(16)));

        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertEquals(1, mailsTo(OWNER));
        assertEquals(0, waiting());
    }

    @Test
    void more_than_thirty_in_an_hour_come_as_one() throws Exception {
        confirmed(OWNER);
        asSuperuser("update mail_address set sent = 30, counted_since = now() - interval '20 minutes'");
        missed("CASEWORKERS");
        missed("CASEWORKERS");
        runner.work(clock.instant());
        awaited(
                "put off",
                () -> Database.lines("select count(*) from mail where due_at > now()")
                        .equals(List.of("2")));
        assertEquals(0, server.getReceivedMessages().length);

        runner.work(clock.instant().plus(Duration.ofMinutes(41)));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertEquals("두루미: 알림 2건", to(OWNER).getSubject());

        asSuperuser("update mail_address set sent = 30, counted_since = now()");
        duress();
        assertTrue(server.waitForIncomingEmail(PATIENCE, 2), "of duress they are told at once");
    }

    @Test
    void an_address_that_the_application_did_not_write_is_told_nothing() throws Exception {
        confirmed(READER);
        asSuperuser("update mail_address set user_id = '" + OWNER.id() + "'");
        missed("CASEWORKERS");
        runner.work(clock.instant());
        awaited("ended", () -> waiting() == 0);
        assertEquals(0, server.getReceivedMessages().length);
        assertEquals(
                List.of("REFUSED {MAIL}"),
                Database.lines("select distinct outcome || ' ' || field_groups::text from access_entry"
                        + " where actor = 'mail-owner' and field_groups = '{MAIL}' and outcome = 'REFUSED'"));
    }

    @Test
    void several_nodes_tell_it_once() throws Exception {
        confirmed(OWNER);
        for (int i = 0; i < 5; i++) {
            missed("CASEWORKERS");
        }
        requests.atOnce(4, OWNER, () -> {
            runner.work(clock.instant());
            return "";
        });
        awaited("sent", () -> waiting() == 0);
        int lines = 0;
        for (MimeMessage each : server.getReceivedMessages()) {
            lines += Integer.parseInt(each.getSubject().replaceAll("\\D", ""));
        }
        assertEquals(5, lines, "each notice is in one mail");
    }

    /** Nobody's address can be read then: one of the organisation is told, and nothing but how many. */
    @Test
    void while_it_is_locked_one_address_is_told_how_many_at_most_every_ten_minutes() throws Exception {
        asSuperuser("update mail_watch set told_until = '-infinity', not_before = '-infinity'");
        asSuperuser(
                "delete from notice where step_id in (select id from check_in_step where at > now() - interval '1 day')");
        asSuperuser("delete from check_in_step where at > now() - interval '1 day'");
        Instant now = clock.instant().plusSeconds(1);
        watch.tell(now);
        assertEquals(0, server.getReceivedMessages().length, "nothing was missed");
        missed("CASEWORKERS");

        requests.atOnce(3, OWNER, () -> {
            watch.tell(now);
            return "";
        });
        watch.tell(now.plus(Duration.ofMinutes(11)));

        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        assertEquals(1, server.getReceivedMessages().length, "by one node, and once for what has not changed");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertTrue(isTo(mail, "watch@durumi.example.org"));
        assertEquals("두루미가 잠겨 있습니다 / Durumi is locked", mail.getSubject());
        assertFalse(content(mail).contains(number.value()), "no number of a case");

        // A server that is away: again after a minute.
        Instant later = now.plus(Duration.ofMinutes(30));
        asSuperuser("update check_in_step set at = '" + later + "' where at > now() - interval '1 hour'");
        server.stop();
        watch.tell(later);
        server = started();
        watch.tell(later.plusSeconds(59));
        assertEquals(0, server.getReceivedMessages().length);
        watch.tell(later.plusSeconds(61));
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        asSuperuser("delete from notice where step_id in (select id from check_in_step where at > now())");
        asSuperuser("delete from check_in_step where at > now()");
    }

    private void duress() throws Exception {
        ParticipantId who = participant().id();
        requests.does(OWNER, () -> checkIns.agree(number, who, PLAN));
        requests.does(OWNER, () -> checkIns.heard(number, who, new NewCheckIn(CheckInKind.DURESS, "canary said soup")));
    }

    private Participant participant() throws Exception {
        return requests.as(OWNER, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
    }

    /** A step of the climb. */
    private void missed(String step) throws SQLException {
        asSuperuser("insert into check_in_step (id, case_id, plan_id, participant_id, cause, due_at, step, at)"
                + " select gen_random_uuid(), id, gen_random_uuid(), gen_random_uuid(), 'MISSED', now(), '" + step
                + "', now() from case_file where number = '" + number + "'");
    }

    private void confirmed(Actor who) throws Exception {
        requests.does(who, () -> addresses.ask(address(who), Locale.ENGLISH));
        assertEquals(MailAddressService.Typed.CONFIRMED, typed(who, code(who)));
        server.purgeEmailFromAllMailboxes();
    }

    private MailAddressService.Typed typed(Actor who, String code) throws Exception {
        return requests.as(who, () -> addresses.confirm(new NewMailCode(code)));
    }

    private String code(Actor who) throws Exception {
        return code(address(who).address());
    }

    /** The last one that was mailed there. */
    private String code(String address) throws Exception {
        assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
        MimeMessage last = Arrays.stream(server.getReceivedMessages())
                .filter(each -> isTo(each, address))
                .reduce((first, second) -> second)
                .orElseThrow();
        var found = Pattern.compile("\\b\\d{8}\\b").matcher(content(last));
        assertTrue(found.find());
        return found.group();
    }

    private void speaks(Actor who, Locale language) throws Exception {
        requests.does(who, () -> staff.speak(who.id(), language));
    }

    private static NewMailAddress address(Actor who) {
        return new NewMailAddress(who.id() + "@example.org");
    }

    private MimeMessage to(Actor who) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(each -> isTo(each, address(who).address()))
                .findFirst()
                .orElseThrow();
    }

    private long mailsTo(Actor who) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(each -> isTo(each, address(who).address()))
                .count();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String content(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    private void noCanary() throws Exception {
        for (MimeMessage each : server.getReceivedMessages()) {
            String all =
                    each.getSubject() + content(each) + String.join("\n", Collections.list(each.getAllHeaderLines()));
            for (String word : List.of("canary", "Kunming", "쿤밍", "mail-reader", "participant", "DETENTION")) {
                assertFalse(all.contains(word), word);
            }
        }
    }

    private static long waiting() throws SQLException {
        return Long.parseLong(Database.lines("select count(*) from mail").getFirst());
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    /** What another thread does too. */
    private static void awaited(String what, Condition condition) throws Exception {
        Instant latest = Instant.now().plusMillis(PATIENCE);
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(latest), what);
            Database.lines("select pg_sleep(0.05)::text");
        }
    }

    private static GreenMail started() {
        GreenMail started = new GreenMail(new ServerSetup(
                ConfigProvider.getConfig().getValue("durumi.mail.port", Integer.class), "127.0.0.1", "smtp"));
        started.start();
        return started;
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
