package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.StatementSpy;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever forgets the door sees no more than the person may: the database knows who acts, in every transaction. */
@ExtendWith(ArquillianExtension.class)
class ActingConnectionsIT {
    private static final Actor YUN = new Actor(new UserId("yun"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final Actor YUN_AS_SUPERVISOR = new Actor(YUN.id(), Set.of(Role.SUPERVISOR), Optional.empty(), "");
    private static final Actor OH = new Actor(new UserId("oh"), Set.of(Role.AUDITOR), Optional.empty(), "");

    @Inject
    Requests requests;

    @Inject
    UncheckedCases unchecked;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    StatementSpy spy;

    @Inject
    Clock clock;

    private CaseNumber haneuls;
    private CaseNumber yuns;

    @BeforeEach
    void both_have_a_case() throws Exception {
        requests.does(SEO, () -> {
            staff.found(TEAM, "North team");
            for (Actor each : List.of(HANEUL, YUN, SEO)) {
                staff.introduce(each.id(), each.id().value(), each.roles());
                staff.putIntoTeam(each.id(), TEAM, each.signed(clock.instant()));
            }
        });
        haneuls = requests.as(HANEUL, this::opened);
        yuns = requests.as(YUN, this::opened);
    }

    @Test
    void a_forgotten_check_shows_nothing_of_others() throws Exception {
        assertEquals(openCasesOf("haneul"), requests.as(HANEUL, () -> unchecked.all()));
        assertEquals(openCasesOf("yun"), requests.as(YUN, () -> unchecked.all()));
        assertTrue(requests.as(SEO, () -> unchecked.all()).containsAll(Set.of(haneuls, yuns)));
        assertEquals(Set.of(), requests.as(OH, () -> unchecked.all()));
    }

    @Test
    void who_is_no_caseworker_any_more_sees_nothing_through_an_old_assignment() throws Exception {
        assertEquals(Set.of(), requests.as(YUN_AS_SUPERVISOR, () -> unchecked.all()));
    }

    @Test
    void outside_of_a_transaction_there_is_no_case() throws Exception {
        assertEquals(Set.of(), requests.as(SEO, () -> unchecked.allOutside()));
    }

    @Test
    void a_transaction_within_another_knows_the_person_too() throws Exception {
        assertTrue(requests.as(
                        HANEUL,
                        () -> unchecked.allAround(() -> {
                            assertTrue(unchecked.allApart().contains(haneuls));
                            return null;
                        }))
                .contains(haneuls));
    }

    @Test
    void who_begins_to_act_in_a_transaction_is_told_to_the_database() throws Exception {
        Set<CaseNumber> seen = requests.as(
                HANEUL,
                () -> unchecked.allAround(() -> {
                    user.actAs(YUN);
                    return null;
                }));

        assertTrue(seen.containsAll(Set.of(haneuls, yuns)));
    }

    @Test
    void every_transaction_says_first_and_once_who_acts() throws Exception {
        List<List<String>> transactions = spy.during(() -> {
            CaseNumber number = requests.as(HANEUL, this::opened);
            requests.as(HANEUL, () -> search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT));
            requests.as(SEO, () -> search.list(CaseFilter.all()));
            requests.as(HANEUL, () -> unchecked.allAround(() -> unchecked.allApart()));
            requests.as(OH, () -> staff.teams());
            return null;
        });

        assertEquals(6, transactions.size());
        for (List<String> statements : transactions) {
            assertTrue(statements.size() > 1, statements::toString);
            assertTrue(says(statements.get(0)), statements::toString);
            assertFalse(statements.stream().skip(1).anyMatch(ActingConnectionsIT::says), statements::toString);
        }
    }

    private static boolean says(String statement) {
        return statement.startsWith("select set_config('app.user', ?, true)");
    }

    private static Set<CaseNumber> openCasesOf(String caseworker) throws Exception {
        return Database.lines(
                        "select number from case_file f where closed_at is null and exists (select from assignment a"
                                + " where a.case_id = f.id and a.user_id = ? and a.until is null)",
                        caseworker)
                .stream()
                .map(CaseNumber::new)
                .collect(Collectors.toSet());
    }

    private CaseNumber opened() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"));
        return cases.open(new NewCase(
                CaseKind.INDIVIDUAL,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                List.of(WOMAN),
                new NewStage(
                        Stage.CONTACT,
                        PartialDate.on(today),
                        today,
                        KUNMING,
                        Certainty.PROBABLE,
                        "told by a relative",
                        StageDetails.none())));
    }
}
