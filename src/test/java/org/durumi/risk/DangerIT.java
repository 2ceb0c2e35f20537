package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.durumi.work.CheckInService;
import org.durumi.work.NewCheckInPlan;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caseworker's people, who is in the greatest danger first, from what stands in clear. */
@ExtendWith(ArquillianExtension.class)
class DangerIT {
    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    DangerService danger;

    @Inject
    Risks risks;

    @Inject
    UserTransaction transaction;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CheckInService checkIns;

    private Actor worker;
    private Actor colleague;

    @BeforeEach
    void two_of_a_team_of_its_own() throws Exception {
        TeamId team = new TeamId(UUID.randomUUID());
        worker = new Actor(new UserId("danger-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        colleague = new Actor(new UserId("calm-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        told.team(team, worker, colleague);
    }

    @Test
    void the_worst_level_comes_first_then_who_was_not_heard_of_for_the_longest_time() throws Exception {
        CaseNumber calm = told.caseOf(worker, WOMAN);
        CaseNumber pair = told.caseOf(worker, WOMAN, WOMAN);
        phone(pair, 1);
        CaseNumber awaited = told.caseOf(worker, WOMAN);
        phone(awaited, 0);
        requests.does(worker, () -> checkIns.agree(awaited, one(awaited, 0).id(), plan()));
        CaseNumber held = told.caseOf(worker, WOMAN);
        enter(held, Stage.DETENTION);
        CaseNumber gone = told.caseOf(worker, WOMAN);
        enter(gone, Stage.WITHDRAWN);

        List<PersonInDanger> mine = mine(9).rows();

        assertEquals(
                List.of(held + " A", awaited + " A", pair + " B", calm + " A", pair + " A"),
                mine.stream().map(each -> each.number() + " " + each.label()).toList());
        assertEquals(
                List.of(
                        Optional.of(Level.CRITICAL),
                        Optional.of(Level.HIGH),
                        Optional.of(Level.HIGH),
                        Optional.of(Level.NOT_ASSESSED),
                        Optional.empty()),
                mine.stream().map(PersonInDanger::level).toList(),
                "of several nobody says how it stands with whom no alert is about, but the case may be about them");
        assertTrue(mine.get(1).contact().isPresent() && !mine.get(1).missed());

        assertTrue(mine(2).more());
        assertEquals(2, mine(2).rows().size());
        assertEquals(List.of(), requests.as(colleague, () -> danger.mine(9)).rows());
    }

    @Test
    void who_was_lost_or_of_whom_nothing_is_known_is_not_pushed_off_by_those_who_are_calm() throws Exception {
        CaseNumber calm = told.caseOf(worker, WOMAN);
        CaseNumber pair = told.caseOf(worker, WOMAN, WOMAN);
        enter(pair, Stage.CONTACT_LOST);
        CaseNumber unknown = told.caseOf(worker, WOMAN, WOMAN);
        headline(calm, "LOW", 0);
        headline(unknown, "LOW", 1);
        headline(pair, "MEDIUM", 0);

        assertEquals(
                List.of(unknown, unknown, pair, pair, calm),
                byDanger().stream().map(PersonInDanger::number).toList());
    }

    @Test
    void a_lower_alert_hides_nothing_that_may_be_about_them() throws Exception {
        CaseNumber calm = told.caseOf(worker, WOMAN);
        headline(calm, "LOW", 0);
        CaseNumber known = told.caseOf(worker, WOMAN);
        headline(known, "NOT_ASSESSED", 0);
        CaseNumber pair = told.caseOf(worker, WOMAN, WOMAN);
        phone(pair, 0);
        // The one alert that says why was dismissed; a lower one is still open.
        asSuperuser("update risk_alert set level = 'MEDIUM' where case_id = (select id from case_file where number = '"
                + pair + "')");
        headline(pair, "HIGH", 0);

        List<PersonInDanger> found = byDanger();
        assertEquals(
                List.of(pair + " A", pair + " B", known + " A", calm + " A"),
                found.stream().map(each -> each.number() + " " + each.label()).toList());
        assertEquals(Optional.empty(), found.getFirst().level(), "nobody says that it is no worse");

        headline(pair, "MEDIUM", 0);
        assertEquals(
                List.of(known + " A", pair + " A", pair + " B", calm + " A"),
                byDanger().stream()
                        .map(each -> each.number() + " " + each.label())
                        .toList());
    }

    private List<PersonInDanger> byDanger() throws Exception {
        return requests.as(worker, () -> {
            transaction.begin();
            try {
                return risks.byDanger(9);
            } finally {
                transaction.rollback();
            }
        });
    }

    @Test
    void who_is_under_duress_comes_before_all_though_nobody_awaits_them() throws Exception {
        CaseNumber held = told.caseOf(worker, WOMAN);
        enter(held, Stage.DETENTION);
        CaseNumber number = told.caseOf(worker, WOMAN);
        requests.does(worker, () -> checkIns.agree(number, one(number, 0).id(), plan()));
        asSuperuser(
                "update check_in_climb set next_at = null, duress_at = now() where case_id = (select id from case_file where number = '"
                        + number + "')");

        PersonInDanger first = mine(9).rows().getFirst();

        assertEquals(number, first.number());
        assertTrue(first.duress() && first.contact().isPresent());
    }

    /** What stands of a case in the lists, past the application: no case is told so that it is exactly this. */
    private static void headline(CaseNumber number, String level, int notAssessed) throws Exception {
        asSuperuser("update case_file set level = '" + level + "', not_assessed = " + notAssessed + " where number = '"
                + number + "'");
    }

    private static void asSuperuser(String sql) throws Exception {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_entry_names_what_is_shown() throws Exception {
        CaseNumber number = told.caseOf(worker, WOMAN);

        mine(9);

        assertEquals(
                List.of("t"),
                Database.lines(
                        "select field_groups @> array['PARTICIPANT', 'RISK', 'CHECK_IN']::varchar[] and cardinality(field_groups) = 3 from access_entry"
                                + " where actor = ? and action = 'LIST' and ? = any (case_refs)",
                        worker.id().value(),
                        number.value()));
    }

    private PageOf<PersonInDanger> mine(int most) throws Exception {
        return requests.as(worker, () -> danger.mine(most));
    }

    private static NewCheckInPlan plan() {
        return new NewCheckInPlan(24, 60, Optional.empty(), Optional.empty(), "over the shop", "onion", "soup");
    }

    private Participant one(CaseNumber number, int nth) throws Exception {
        return search.view(number, AccessGroup.PARTICIPANT).participants().get(nth);
    }

    private void enter(CaseNumber number, Stage stage) throws Exception {
        requests.does(worker, () -> {
            Participant who = one(number, 0);
            cases.enterStage(number, who.id(), told.report(stage, StageDetails.none()), who.version());
        });
    }

    /** Registered and carried: that forbids to leave, and is HIGH. */
    private void phone(CaseNumber number, int nth) throws Exception {
        requests.does(
                worker,
                () -> circumstances.recordDevice(number, one(number, nth).id(), Told.phone(Answer.YES)));
    }
}
