package org.durumi.work;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.DeputyService;
import org.durumi.cases.NewDeputy;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.people.NameForm;
import org.durumi.people.NameHits;
import org.durumi.people.NameKind;
import org.durumi.people.NameSearchService;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wherever somebody is told of a case, or finds it, a deputy is and does; a former one is not, nor is the deputy of a deputy. */
@ExtendWith(ArquillianExtension.class)
class DeputyWallsIT {
    private static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ac01");
    private static final Actor AWAY = actor("walls-away", Role.CASEWORKER);
    private static final Actor DEPUTY = actor("walls-deputy", Role.CASEWORKER);
    private static final Actor FORMER = actor("walls-former", Role.CASEWORKER);
    private static final Actor SECOND = actor("walls-second", Role.CASEWORKER);
    private static final Actor SUPERVISOR = actor("walls-supervisor", Role.SUPERVISOR);

    @Inject
    Requests requests;

    @Inject
    DeputyService deputies;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CheckInService checkIns;

    @Inject
    OverdueService overdue;

    @Inject
    AlertService alerts;

    @Inject
    PersonService people;

    @Inject
    NameSearchService names;

    @Inject
    Told told;

    private CaseNumber number;
    private Participant first;

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(TEAM), "");
    }

    @BeforeEach
    void somebody_stands_in_somebody_did_and_somebody_does_for_the_deputy() throws Exception {
        told.team(TEAM, AWAY, DEPUTY, FORMER, SECOND, SUPERVISOR);
        number = told.caseOf(AWAY, WOMAN);
        first = requests.as(AWAY, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
        EntryId ended = requests.as(AWAY, () -> deputies.name(today(Optional.empty(), FORMER)));
        requests.does(FORMER, () -> deputies.end(ended));
        requests.does(AWAY, () -> deputies.name(today(Optional.empty(), DEPUTY)));
        requests.does(SUPERVISOR, () -> deputies.name(today(Optional.of(DEPUTY.id()), SECOND)));
    }

    private NewDeputy today(Optional<UserId> absent, Actor deputy) {
        return new NewDeputy(absent, deputy.id(), told.today(), told.today());
    }

    @AfterEach
    void everybody_is_back_and_nobody_is_awaited() throws Exception {
        Database.asOwner("update deputyship set until = now() where until is null and user_id like 'walls-%'");
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                            + " misses = 0, duress_at = null where case_id = (select id from case_file where number = '"
                            + number
                            + "')");
        }
    }

    @Test
    void of_duress_the_deputy_is_told_and_sees_it_above_their_list() throws Exception {
        requests.does(
                AWAY,
                () -> checkIns.agree(
                        number,
                        first.id(),
                        new NewCheckInPlan(
                                24, 60, Optional.empty(), Optional.empty(), "by a friend", "onion", "soup")));
        requests.does(AWAY, () -> checkIns.heard(number, first.id(), new NewCheckIn(CheckInKind.DURESS, "")));

        assertEquals(
                List.of("walls-away", "walls-deputy", "walls-supervisor"),
                Database.lines(
                        "select distinct n.user_id from notice n join case_file f on f.id = n.case_id where f.number = ?"
                                + " and n.user_id like 'walls-%' order by n.user_id",
                        number.value()));
        assertEquals(
                List.of("walls-away", "walls-deputy"),
                seenBy(() ->
                        overdue.mine().own().stream().map(OverdueLine::number).toList()));
    }

    @Test
    void an_alert_stands_above_the_deputys_list() throws Exception {
        requests.does(
                AWAY,
                () -> cases.enterStage(
                        number,
                        first.id(),
                        told.report(Stage.DETENTION, "her aunt heard it", StageDetails.none()),
                        first.version()));

        assertEquals(
                List.of("walls-away", "walls-deputy"),
                seenBy(() ->
                        alerts.mine(50).first().stream().map(AlertLine::number).toList()));
    }

    @Test
    void a_name_is_found_by_the_deputy() throws Exception {
        requests.does(
                AWAY,
                () -> people.recordAll(
                        number,
                        List.of(List.of(new NewName(NameForm.HANGUL, NameKind.LEGAL, "표잎샘", Optional.empty())))));

        assertEquals(
                List.of("walls-away", "walls-deputy"),
                seenBy(() -> names.find("표잎샘").hits().stream()
                        .map(NameHits.Hit::number)
                        .toList()));
    }

    /** Those among the caseworkers who see the case. */
    private List<String> seenBy(Callable<List<CaseNumber>> looking) throws Exception {
        List<String> seeing = new ArrayList<>();
        for (Actor each : List.of(AWAY, DEPUTY, FORMER, SECOND)) {
            if (requests.as(each, looking).contains(number)) {
                seeing.add(each.id().value());
            }
        }
        return seeing;
    }
}
