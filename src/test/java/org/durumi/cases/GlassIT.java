package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody opens in an emergency a case that is not theirs: they read it for a day, and everybody responsible is told. */
@ExtendWith(ArquillianExtension.class)
class GlassIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000f1");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000f2");
    private static final Actor OWNER = actor("glass-owner", Role.CASEWORKER, NEAR);
    private static final Actor SUPERVISOR = actor("glass-supervisor", Role.SUPERVISOR, NEAR);
    private static final Actor READER = actor("glass-reader", Role.CASEWORKER, FAR);
    private static final Actor COLLEAGUE = actor("glass-colleague", Role.CASEWORKER, FAR);
    private static final Actor OTHER = actor("glass-other", Role.SUPERVISOR, FAR);
    private static final Actor AUDITOR =
            new Actor(new UserId("glass-auditor"), Set.of(Role.AUDITOR), Optional.empty(), "");
    private static final CaseNumber NOBODYS = new CaseNumber("C-2026-000000");
    private static final String WHY = "She calls from the border and nobody of her team answers.";

    @Inject
    Requests requests;

    @Inject
    GlassService glass;

    @Inject
    GrantService grants;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    Told told;

    private CaseNumber number;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_of_another_team() throws Exception {
        told.team(NEAR, OWNER, SUPERVISOR);
        told.team(FAR, READER, COLLEAGUE, OTHER);
        told.introduce(AUDITOR);
        number = told.caseOf(OWNER, WOMAN);
    }

    @Test
    void whoever_opens_it_reads_it_and_changes_nothing_and_nobody_else_reads_it() throws Exception {
        assertThrows(NotFound.class, () -> reads(READER));

        opens(READER);

        Participant woman = reads(READER).participants().getFirst();
        assertFalse(reads(READER).rights().holds(CaseRights.Right.EXPORT));
        assertThrows(
                NotFound.class,
                () -> requests.does(READER, () -> cases.enterStage(number, woman.id(), told.report(Stage.BROKER), 0)));
        assertThrows(NotFound.class, () -> reads(COLLEAGUE));
        assertThrows(NotFound.class, () -> reads(OTHER));
    }

    @Test
    void everybody_responsible_is_told_at_once_and_each_until_they_have_seen_it() throws Exception {
        opens(READER);

        for (Actor each : List.of(OWNER, SUPERVISOR, OTHER)) {
            BrokenGlass line = told(each).orElseThrow();
            assertEquals(WHY, line.why());
            assertEquals("glass-reader", line.who());
            assertEquals(each != OTHER, line.isReadable());
        }
        assertEquals("", told(AUDITOR).orElseThrow().why(), "an auditor reads nothing of a case");
        assertEquals(Optional.empty(), told(READER));
        assertEquals(Optional.empty(), told(COLLEAGUE));

        requests.does(OTHER, () -> glass.seen(told(OTHER).orElseThrow().grant().id()));

        assertEquals(Optional.empty(), told(OTHER));
        assertTrue(told(SUPERVISOR).isPresent());
        requests.does(
                READER, () -> glass.seen(told(SUPERVISOR).orElseThrow().grant().id()));
        assertTrue(told(SUPERVISOR).isPresent(), "nobody sees it for another");
    }

    @Test
    void who_may_not_come_in_is_told_nothing() throws Exception {
        told.losesRole(SUPERVISOR);
        told.losesConfirmation(AUDITOR);
        told.losesRole(OWNER);

        opens(READER);

        assertTrue(told(OTHER).isPresent());
        for (Actor each : List.of(SUPERVISOR, AUDITOR, OWNER)) {
            assertEquals(Optional.empty(), told(each), each.id()::toString);
        }
    }

    @Test
    void a_supervisor_of_the_team_ends_it_and_a_day_does() throws Exception {
        opens(READER);
        Grant grant = told(SUPERVISOR).orElseThrow().grant();
        assertEquals(grant.given().at().plus(Grant.EMERGENCY), grant.due());
        assertTrue(grant.isEmergency());

        requests.does(SUPERVISOR, () -> grants.end(number, grant.id()));

        assertThrows(NotFound.class, () -> reads(READER));
        opens(READER);
        reads(READER);
        Database.asOwner("update case_grant set due = given_at + interval '1 second' where until is null and user_id ="
                + " 'glass-reader'");
        assertThrows(NotFound.class, () -> reads(READER), "it is over, and changed past the application besides");
    }

    @Test
    void an_unknown_number_is_refused_and_recorded_and_a_case_of_ones_own_needs_no_emergency() throws Exception {
        RuleViolation refused = assertThrows(
                RuleViolation.class, () -> requests.does(READER, () -> glass.breakGlass(new NewGlass(NOBODYS, WHY))));
        assertEquals("number", refused.field());
        assertEquals(List.of("REFUSED"), entries(NOBODYS));

        opens(OWNER);

        assertEquals(List.of(), entries(number), "nothing was broken");
        assertEquals(Optional.empty(), told(SUPERVISOR));
        assertThrows(NotFound.class, () -> opens(AUDITOR));
        opens(READER);
        assertEquals(List.of("REFUSED", "DONE"), entries(number));
    }

    @Test
    void a_reason_that_says_nothing_opens_nothing() {
        assertThrows(
                Exception.class,
                () -> requests.does(
                        READER, () -> glass.breakGlass(new NewGlass(number, "........ \u00a0\u2003 urgent"))));
        assertThrows(NotFound.class, () -> reads(READER));
    }

    @Test
    void the_database_gives_nobody_a_case_without_telling_others_or_for_longer() throws Exception {
        String id = Database.lines("select id::text from case_file where number = ?", number.value())
                .getFirst();
        String grant =
                "insert into case_grant (id, case_id, user_id, due, given_by, given_at, by_organisation, mac) values"
                        + " (gen_random_uuid(), '" + id
                        + "', 'glass-reader', now() + interval '1 hour', 'glass-reader', now(), '',"
                        + " sha256('x'))";
        String function =
                "select break_glass(gen_random_uuid(), '" + id + "', now() + interval '%s', now(), '', sha256('x'))";
        for (String each : List.of(grant, function.formatted("25 hours"))) {
            assertThrows(SQLException.class, () -> asReader(each));
        }
        assertThrows(SQLException.class, () -> as("", function.formatted("1 hour")));

        asReader(function.formatted("1 hour"));

        assertThrows(NotFound.class, () -> reads(READER), "the application did not write it");
        assertEquals("", told(SUPERVISOR).orElseThrow().why(), "but others hear of it");
    }

    private void opens(Actor who) throws Exception {
        requests.does(who, () -> glass.breakGlass(new NewGlass(number, WHY)));
    }

    private CaseView reads(Actor who) throws Exception {
        return requests.as(who, () -> search.view(number, AccessGroup.PARTICIPANT));
    }

    /** Of this case alone: other tests may have told of others. */
    private Optional<BrokenGlass> told(Actor who) throws Exception {
        return requests.as(who, () -> glass.told()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst();
    }

    private static List<String> entries(CaseNumber number) throws SQLException {
        return Database.lines(
                "select outcome from access_entry where action = 'BREAK_GLASS' and ? = any (case_refs)"
                        + " order by recorded_at",
                number.value());
    }

    private static void asReader(String sql) throws SQLException {
        as("glass-reader", sql);
    }

    private static void as(String reader, String sql) throws SQLException {
        try (Connection app = Database.app();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select set_config('app.user', '" + reader + "', true), set_config('app.reader', '"
                    + reader + "', true)");
            statement.execute(sql);
            app.commit();
        }
    }
}
