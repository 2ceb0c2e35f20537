package org.durumi.vault;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.DecisionRows;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.ErasureLine;
import org.durumi.cases.ErasureService;
import org.durumi.cases.Participant;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.files.AttachmentService;
import org.durumi.files.CleanFile;
import org.durumi.files.FileFixtures;
import org.durumi.files.FileKind;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.settings.NewSetting;
import org.durumi.settings.Setting;
import org.durumi.settings.SettingsService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two supervisors erase a case: nothing of it opens again, and the access log tells what it told before. */
@ExtendWith(ArquillianExtension.class)
class ErasureIT {
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final Actor ADMINISTRATOR =
            new Actor(new UserId("erasure-administrator"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final Actor STRANGER = new Actor(
            new UserId("stranger"),
            Set.of(Role.SUPERVISOR),
            Optional.of(TeamId.of("7d9c1d5e-0000-4000-8000-00000000b301")),
            "");
    private static final String WHY = "The family asked us in writing to forget them.";

    private static final CaseFilter JUST_CLOSED = new CaseFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            CaseFilter.Sort.CHANGED,
            false,
            0);

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    ErasureService erasures;

    @Inject
    SettingsService settings;

    @Inject
    AttachmentService files;

    @Inject
    Event<MinutePassed> minutes;

    @Inject
    Macs macs;

    @Inject
    Told told;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String keys;

    private CaseNumber number;
    private CaseId caseId;

    @BeforeEach
    void a_case_of_two_supervisors() throws Exception {
        told.northTeam(BAE);
        number = told.caseOf(HANEUL, WOMAN);
        told.enters(number, told.report(Stage.DETENTION));
        Participant woman = told.participants(number).getFirst();
        requests.does(
                HANEUL,
                () -> circumstances.recordDevice(
                        number,
                        woman.id(),
                        new NewDevice(
                                "old phone",
                                "+86 138 0013 8000",
                                Answer.UNKNOWN,
                                Answer.UNKNOWN,
                                false,
                                false,
                                false,
                                PartialDate.unknown(),
                                PartialDate.unknown())));
        requests.does(
                HANEUL,
                () -> circumstances.recordLeg(
                        number,
                        new NewLeg(
                                Set.of(woman.id()),
                                new Place("", "CN"),
                                new Place("", "LA"),
                                Means.FOOT,
                                "",
                                Border.LAND,
                                PartialDate.on(LocalDate.of(2021, 4, 1)),
                                PartialDate.unknown(),
                                Optional.empty(),
                                Optional.empty(),
                                LegState.DONE)));
        caseId = requests.as(
                HANEUL, () -> search.view(number, AccessGroup.CASE).file().id());
    }

    @Test
    void two_supervisors_erase_a_case_and_nothing_of_it_opens_again() throws Exception {
        SealedRow copied = firstSealedRow();
        requests.does(
                HANEUL,
                () -> files.attach(
                        number,
                        FileFixtures.titled("a letter"),
                        new CleanFile(FileKind.TEXT, 0, 0, List.of(new byte[300_000]))));
        assertEquals(List.of("1 2"), filesAndChunks());
        assertEquals(List.of("1 1"), tags());
        assertNotEquals(List.of("0"), openAlerts());
        requests.does(SEO, () -> erasures.ask(number, WHY));
        assertEquals(
                WHY,
                requests.as(
                        BAE,
                        () -> erasures.standing(opened(number)).orElseThrow().reason()));
        assertTrue(isWaiting(BAE));
        String last = Database.lines("select max(id) from access_entry").get(0);
        String before = fingerprintOfTheLog(last);

        requests.does(BAE, () -> erasures.approve(number));
        minutes.fire(new MinutePassed());
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()), "the pause is not over");
        assertTrue(requests.as(HANEUL, () -> opened(number).erasureDue()).isPresent());
        assertTrue(isWaiting(SEO));
        passes(Duration.ofHours(23));
        minutes.fire(new MinutePassed());
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()), "the pause is not over");
        passes(Duration.ofHours(1));
        minutes.fire(new MinutePassed());
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()), "the day that was promised");
        promiseEarlier(Duration.ofHours(24));
        minutes.fire(new MinutePassed());

        for (Actor each : List.of(HANEUL, SEO, BAE)) {
            assertThrows(NotFound.class, () -> requests.as(each, () -> opened(number)));
        }
        assertFalse(requests.as(SEO, () -> search.list(JUST_CLOSED)).lines().stream()
                .anyMatch(line -> line.file().number().equals(number)));
        assertFalse(isWaiting(SEO));
        assertEquals(List.of("0"), openAlerts());
        assertEquals(List.of("0 0"), tags());
        assertEquals(List.of("0 0"), filesAndChunks(), "their room is free again");
        assertEquals(before, fingerprintOfTheLog(last), "what the log told stays as it was");
        assertTrue(Database.lines(
                        "select actor || ' ' || action || ' ' || outcome from access_entry where ? = any (case_refs)",
                        number.value())
                .containsAll(List.of("bae APPROVE DONE", "erasure ERASE DONE")));
        assertOpensWithNoKeyThatIsLeft(copied);
    }

    @Test
    void every_supervisor_of_the_team_stops_it_in_its_pause() throws Exception {
        for (Actor each : List.of(SEO, BAE)) {
            requests.does(SEO, () -> erasures.ask(number, WHY));
            assertThrows(RuleViolation.class, () -> requests.does(each, () -> erasures.stop(number)), "not approved");
            requests.does(BAE, () -> erasures.approve(number));
            assertThrows(RuleViolation.class, () -> requests.does(BAE, () -> erasures.approve(number)), "once");
            assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> erasures.withdraw(number)), "too late");
            assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> erasures.stop(number)));
            assertThrows(NotFound.class, () -> requests.does(STRANGER, () -> erasures.stop(number)));

            requests.does(each, () -> erasures.stop(number));

            passes(Duration.ofDays(2));
            minutes.fire(new MinutePassed());
            assertEquals(
                    Optional.empty(), requests.as(HANEUL, () -> opened(number)).erasureDue());
            assertEquals(Optional.empty(), requests.as(SEO, () -> erasures.standing(opened(number))));
        }
    }

    @Test
    void whoever_writes_into_the_database_erases_nothing() throws Exception {
        requests.does(SEO, () -> erasures.ask(number, WHY));
        String asked = standing();
        passes(Duration.ofDays(2));
        try (Connection app = Database.appOf(HANEUL.id());
                Statement statement = app.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("insert into decision select gen_random_uuid(), case_id, kind, subject_id,"
                            + " content_hash, 'bae', decided_at, mac from decision where subject_id = '" + asked
                            + "'"));
            assertEquals(
                    1,
                    statement.executeUpdate("update erasure set state = 'APPROVED', decided_by = 'bae',"
                            + " decided_at = now() - interval '2 days' where id = '" + asked + "'"));
            assertRefused(statement, "select erase_case('" + asked + "', array(select id from decision))");
            app.rollback();
            app.setAutoCommit(true);
        }
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "insert into decision select gen_random_uuid(), case_id, kind, subject_id, content_hash, 'bae',"
                            + " decided_at, mac from decision where subject_id = '" + asked + "'");
            statement.execute("update erasure set state = 'APPROVED', decided_by = 'bae',"
                    + " decided_at = now() - interval '2 days' where id = '" + asked + "'");
        }

        minutes.fire(new MinutePassed());

        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()), "one of the two has signed nothing");
        assertEquals(
                List.of("STOPPED erasure"),
                Database.lines("select state || ' ' || stopped_by from erasure where id = ?::uuid", asked));
        assertTrue(Database.lines(
                        "select actor || ' ' || action || ' ' || outcome from access_entry where ? = any (case_refs)",
                        number.value())
                .contains("erasure OPEN REFUSED"));
    }

    @Test
    void nobody_approves_what_they_asked_for() throws Exception {
        requests.does(SEO, () -> erasures.ask(number, WHY));
        assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> erasures.approve(number)));
        assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> erasures.decline(number)));
        assertThrows(RuleViolation.class, () -> requests.does(BAE, () -> erasures.withdraw(number)));
        assertThrows(RuleViolation.class, () -> requests.does(BAE, () -> erasures.ask(number, WHY)));
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> erasures.approve(number)));
        assertThrows(NotFound.class, () -> requests.does(STRANGER, () -> erasures.approve(number)));
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()));
    }

    @Test
    void a_wish_is_declined_or_taken_back_and_may_be_uttered_again() throws Exception {
        requests.does(SEO, () -> erasures.ask(number, WHY));
        requests.does(SEO, () -> erasures.withdraw(number));
        requests.does(SEO, () -> erasures.ask(number, WHY));
        requests.does(BAE, () -> erasures.decline(number));
        assertThrows(NotFound.class, () -> requests.does(BAE, () -> erasures.approve(number)));
        assertEquals(Optional.empty(), requests.as(BAE, () -> erasures.standing(opened(number))));
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()));
    }

    @Test
    void a_wish_needs_a_supervisor_and_a_reason() throws Exception {
        assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> erasures.ask(number, "too short")));
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> erasures.ask(number, WHY)));
        assertThrows(NotFound.class, () -> requests.does(STRANGER, () -> erasures.ask(number, WHY)));
    }

    @Test
    void the_database_destroys_no_key_that_one_person_alone_wants_destroyed() throws Exception {
        requests.does(SEO, () -> erasures.ask(number, WHY));
        String asked = Database.lines(
                        "select e.id from erasure e join case_file f on f.id = e.case_id where f.number = ?",
                        number.value())
                .get(0);
        for (String sql : List.of(
                "select erase_case('" + asked + "', array(select id from decision))",
                "delete from case_key where case_id = '" + caseId + "'",
                "update case_key set wrapped = '\\x00' where case_id = '" + caseId + "'",
                "update erasure set asked_by = 'somebody' where id = '" + asked + "'",
                "update erasure set state = 'APPROVED', decided_by = asked_by, decided_at = now() where id = '" + asked
                        + "'")) {
            try (Connection app = Database.appOf(HANEUL.id());
                    Statement statement = app.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()));
    }

    @Test
    void the_database_takes_no_decision_that_was_never_asked_for() throws Exception {
        String inserted = "insert into erasure (id, case_id, by_organisation, asked_by, asked_at, state, decided_by,"
                + " decided_at, version) values ('" + UUID.randomUUID() + "', '" + caseId + "', '\\x00', 'x', now(), ";
        try (Connection app = Database.appOf(HANEUL.id());
                Statement statement = app.createStatement()) {
            assertRefused(statement, inserted + "'APPROVED', 'y', now(), 0)");
        }
        requests.does(SEO, () -> erasures.ask(number, WHY));
        String asked = Database.lines("select id from erasure where case_id = ?::uuid", caseId.toString())
                .get(0);
        String decided =
                "update erasure set state = '%s', decided_by = '%s', decided_at = now() where id = '" + asked + "'";
        try (Connection app = Database.appOf(HANEUL.id());
                Statement statement = app.createStatement()) {
            assertEquals(1, statement.executeUpdate(decided.formatted("APPROVED", "y")));
            assertRefused(statement, "select erase_case('" + asked + "', array(select id from decision))");
        }
        requests.does(BAE, () -> erasures.decline(number));
        try (Connection app = Database.appOf(HANEUL.id());
                Statement statement = app.createStatement()) {
            assertEquals(0, statement.executeUpdate(decided.formatted("APPROVED", "y")), "it was declined");
        }
        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()));
    }

    private static void assertRefused(Statement statement, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        assertEquals("42501", refused.getSQLState(), sql);
    }

    /** As if two people had decided so much earlier. */
    @Test
    void a_pause_that_was_promised_stays_when_the_decision_about_it_is_deleted() throws Exception {
        told.introduce(ADMINISTRATOR);
        requests.does(
                ADMINISTRATOR,
                () -> settings.change(Setting.ERASURE_PAUSE, new NewSetting(336, "two weeks to think"), 0));
        requests.does(SEO, () -> erasures.ask(number, WHY));
        requests.does(BAE, () -> erasures.approve(number));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("delete from setting where name = 'ERASURE_PAUSE'");
        }
        passes(Duration.ofHours(25));

        minutes.fire(new MinutePassed());

        assertEquals(number, requests.as(HANEUL, () -> opened(number).number()), "its pages say the fourteenth day");
        requests.does(SEO, () -> erasures.stop(number));
    }

    private void promiseEarlier(Duration time) throws SQLException {
        try (Connection superuser = Database.superuser()) {
            DecisionRows.promiseEarlier(superuser, number.value(), time);
        }
    }

    private void passes(Duration time) throws SQLException {
        try (Connection superuser = Database.superuser()) {
            DecisionRows.moveBack(superuser, number.value(), time, macs);
        }
    }

    private String standing() throws SQLException {
        return Database.lines(
                        "select id from erasure where case_id = ?::uuid and state in ('ASKED', 'APPROVED')",
                        caseId.toString())
                .get(0);
    }

    private boolean isWaiting(Actor supervisor) throws Exception {
        return requests.as(supervisor, () -> erasures.waiting()).stream()
                .map(ErasureLine::number)
                .anyMatch(number::equals);
    }

    private record SealedRow(UUID id, Sealed sealed) {}

    private CaseFile opened(CaseNumber wanted) {
        return search.view(wanted, AccessGroup.CASE, AccessGroup.JOURNEY).file();
    }

    private SealedRow firstSealedRow() throws SQLException {
        try (Connection superuser = Database.superuser();
                PreparedStatement select =
                        superuser.prepareStatement("select id, sealed from stage_entry where case_id = ?")) {
            select.setObject(1, caseId.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SealedRow(row.getObject(1, UUID.class), new Sealed(row.getBytes(2)));
            }
        }
    }

    /** Somebody who has the whole database, a copy of a row, and every key-encryption key. */
    private void assertOpensWithNoKeyThatIsLeft(SealedRow copied) throws SQLException {
        SortedMap<Integer, VersionedKey> keks = KekFiles.ofOwner(Path.of(keys)).keys("");
        try (Connection superuser = Database.superuser()) {
            assertEquals(List.of(), WrappedKey.read(Statements.on(superuser), List.of(caseId)));
            superuser.setAutoCommit(false);
            List<WrappedKey> left =
                    WrappedKey.wrappedBefore(Statements.on(superuser), Integer.MAX_VALUE, Integer.MAX_VALUE);
            for (WrappedKey each : left) {
                CaseKey other = new CaseKey(caseId, each.unwrap(keks.get(each.kekVersion())));
                assertThrows(
                        WillNotOpen.class,
                        () -> other.open(new SealedIn("stage_entry", "sealed"), copied.id(), copied.sealed()));
            }
            superuser.rollback();
        }
    }

    /** By which its phone and its leg can be looked for. */
    private List<String> tags() throws SQLException {
        return Database.lines(
                "select (select count(number_tag) from device where case_id = c) || ' '"
                        + " || (select count(way_tag) from leg where case_id = c) from (select ?::uuid c) erased",
                caseId.toString());
    }

    private List<String> filesAndChunks() throws SQLException {
        return Database.lines(
                "select (select count(*) from attachment where case_id = c) || ' '"
                        + " || (select count(*) from attachment_chunk where case_id = c) from (select ?::uuid c) erased",
                caseId.toString());
    }

    private List<String> openAlerts() throws SQLException {
        return Database.lines(
                "select count(*) from risk_alert a join case_file f on f.id = a.case_id"
                        + " where f.number = ? and a.closed_at is null and a.lapsed_at is null",
                number.value());
    }

    private String fingerprintOfTheLog(String last) throws SQLException {
        return Database.lines(
                        "select md5(string_agg(a::text, '|' order by a.id)) from access_entry a"
                                + " where ? = any (case_refs) and a.id <= " + last,
                        number.value())
                .get(0);
    }
}
