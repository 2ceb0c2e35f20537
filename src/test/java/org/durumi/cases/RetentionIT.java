package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.RetentionService.Kept;
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
import org.durumi.settings.NewSetting;
import org.durumi.settings.Setting;
import org.durumi.settings.SettingsService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closed cases are kept until their day, reviewed then, and what a court may ask for is erased by nobody. */
@ExtendWith(ArquillianExtension.class)
class RetentionIT {
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final TeamId WEST = TeamId.of("7d9c1d5e-0000-4000-8000-00000000002f");
    private static final Actor STRANGER =
            new Actor(new UserId("retention-stranger"), Set.of(Role.SUPERVISOR), Optional.of(WEST), "");
    private static final Actor ADMINISTRATOR =
            new Actor(new UserId("retention-administrator"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final NewClosure ARRIVED = new NewClosure(CloseReason.ARRIVED, "she arrived");
    private static final NewHold INQUIRY = new NewHold("the inquiry asks for it");

    @Inject
    Requests requests;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    RetentionService retentions;

    @Inject
    ErasureService erasures;

    @Inject
    SettingsService settings;

    @Inject
    Told told;

    private CaseNumber number;

    @BeforeEach
    void a_case_of_two_supervisors() throws Exception {
        told.northTeam(BAE);
        number = told.caseOf(HANEUL, WOMAN);
    }

    @Test
    void a_closed_case_is_kept_as_long_as_its_reason_says_and_then_stands_in_the_review() throws Exception {
        assertEquals(Optional.empty(), kept().last());
        assertRefused("retention.open", () -> retentions.keep(number, keeping()));

        requests.does(SEO, () -> closures.close(number, ARRIVED));
        assertEquals(told.today().plusYears(2), kept().last().orElseThrow().keepUntil());
        assertFalse(isDue());

        itsDayHasCome();
        assertTrue(isDue());
        assertEquals(List.of(), requests.as(HANEUL, () -> retentions.due()));

        requests.does(SEO, () -> retentions.keep(number, keeping()));
        assertFalse(isDue());
        assertEquals(
                Optional.of("his brother may come"), kept().last().orElseThrow().why());

        itsDayHasCome();
        requests.does(SEO, () -> closures.reopen(number, new NewReopening("she called again", Optional.empty())));
        assertFalse(isDue());
        assertEquals("she called again", reopenedBecause());
    }

    @Test
    void what_the_organisation_decides_counts_for_cases_that_are_closed_from_then_on() throws Exception {
        told.introduce(ADMINISTRATOR);
        NewClosure transferred = new NewClosure(CloseReason.TRANSFERRED, "another organisation goes on");
        CaseNumber later = told.caseOf(HANEUL, WOMAN);
        requests.does(SEO, () -> closures.close(number, transferred));
        requests.does(
                ADMINISTRATOR,
                () -> settings.change(Setting.KEPT_TRANSFERRED, new NewSetting(3, "the partners asked"), 0));
        requests.does(SEO, () -> closures.close(later, transferred));

        assertEquals(told.today().plusYears(1), kept().last().orElseThrow().keepUntil());
        number = later;
        assertEquals(told.today().plusYears(3), kept().last().orElseThrow().keepUntil());
    }

    @Test
    void what_is_held_is_erased_by_nobody_until_the_hold_is_lifted() throws Exception {
        String why = "The family asked us in writing to forget them.";
        requests.does(SEO, () -> erasures.ask(number, why));
        requests.does(BAE, () -> erasures.approve(number));
        assertTrue(file().erasureDue().isPresent());

        requests.does(SEO, () -> retentions.hold(number, INQUIRY));
        assertFalse(file().erasureDue().isPresent());
        assertRefused("hold.stands-already", () -> retentions.hold(number, INQUIRY));
        assertRefused("erasure.held", () -> erasures.ask(number, why));

        requests.does(BAE, () -> retentions.lift(number, new NewHold("the inquiry is over")));
        assertEquals("the inquiry is over", kept().holds().get(0).whyLifted());
        assertRefused("hold.lifted-already", () -> retentions.lift(number, INQUIRY));
        requests.does(SEO, () -> erasures.ask(number, why));
        requests.does(SEO, () -> retentions.hold(number, INQUIRY));
        assertEquals(
                "erasure.held",
                assertThrows(RuleViolation.class, () -> requests.does(BAE, () -> erasures.approve(number)))
                        .messageKey());
    }

    @Test
    void a_case_that_is_held_does_not_stand_in_the_review() throws Exception {
        requests.does(SEO, () -> closures.close(number, ARRIVED));
        itsDayHasCome();

        requests.does(SEO, () -> retentions.hold(number, INQUIRY));

        assertFalse(isDue());
    }

    @Test
    void the_database_itself_erases_nothing_that_is_held() throws Exception {
        String why = "The family asked us in writing to forget them.";
        requests.does(SEO, () -> retentions.hold(number, INQUIRY));
        try (var owner = Database.superuser();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(
                    "insert into erasure (id, case_id, by_organisation, asked_by, asked_at, state, decided_by,"
                            + " decided_at, version) select gen_random_uuid(), id, '\\x00', 'one', now(), 'APPROVED', 'two', now(), 0"
                            + " from case_file where number = '" + number + "'");
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("select erase_case(e.id, array[]::uuid[]) from erasure e join case_file f"
                            + " on f.id = e.case_id where f.number = '" + number + "'"));
            assertTrue(refused.getMessage().contains("held"), why);
        }
    }

    @Test
    void only_a_supervisor_of_the_team_decides() throws Exception {
        told.team(WEST, STRANGER);
        for (Actor other : List.of(HANEUL, STRANGER)) {
            assertThrows(NotFound.class, () -> requests.does(other, () -> retentions.hold(number, INQUIRY)));
            assertThrows(NotFound.class, () -> requests.does(other, () -> retentions.lift(number, INQUIRY)));
            assertThrows(NotFound.class, () -> requests.does(other, () -> retentions.keep(number, keeping())));
        }
    }

    private NewRetention keeping() {
        return new NewRetention(told.today().plusYears(1), "his brother may come");
    }

    private Kept kept() throws Exception {
        return requests.as(
                SEO, () -> retentions.of(search.view(number, AccessGroup.CASE).file()));
    }

    private String reopenedBecause() throws Exception {
        return requests.as(
                SEO,
                () -> closures.last(search.view(number, AccessGroup.CASE).file())
                        .orElseThrow()
                        .whyReopened());
    }

    private CaseFile file() throws Exception {
        return requests.as(SEO, () -> search.view(number, AccessGroup.CASE).file());
    }

    private boolean isDue() throws Exception {
        return requests.as(SEO, () -> retentions.due()).stream()
                .anyMatch(each -> each.number().equals(number));
    }

    /** Lets the last decision be over; lists go by what stands in clear. */
    private void itsDayHasCome() throws SQLException {
        try (var owner = Database.superuser();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("update retention set keep_until = current_date - 2 where case_id ="
                    + " (select id from case_file where number = '" + number + "')");
        }
    }

    private void assertRefused(String key, Requests.Work act) {
        assertEquals(
                key,
                assertThrows(RuleViolation.class, () -> requests.does(SEO, act)).messageKey());
    }
}
