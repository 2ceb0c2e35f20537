package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewConsent;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewWithdrawal;
import org.durumi.cases.Participant;
import org.durumi.cases.SplitService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.risk.RiskService;
import org.durumi.route.RouteKind;
import org.durumi.work.Task;
import org.durumi.work.TaskEnd;
import org.durumi.work.TaskKind;
import org.durumi.work.TaskResult;
import org.durumi.work.TaskService;
import org.durumi.work.TaskState;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other organisations are asked to do for two people, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class ReferralIT {
    private static final String REASON = "She was unconscious, and had to be operated at once.";

    @Inject
    Requests requests;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    ConsentService consents;

    @Inject
    CaseSearch search;

    @Inject
    SplitService splits;

    @Inject
    TaskService tasks;

    @Inject
    RiskService risks;

    @Inject
    Told told;

    private TeamId team;
    private Actor worker;
    private Actor supervisor;
    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    @BeforeEach
    void two_women_are_known_to_a_team_of_their_own() throws Exception {
        team = new TeamId(UUID.randomUUID());
        worker = person(Role.CASEWORKER);
        supervisor = person(Role.SUPERVISOR);
        told.team(team, worker, supervisor);
        number = told.caseOf(worker, WOMAN, WOMAN);
        List<ParticipantId> both =
                requests.as(worker, () -> search.view(number, AccessGroup.PARTICIPANT)).participants().stream()
                        .map(Participant::id)
                        .toList();
        first = both.get(0);
        second = both.get(1);
    }

    private Actor person(Role role) {
        return new Actor(new UserId(role.name() + "-" + UUID.randomUUID()), Set.of(role), Optional.of(team), "");
    }

    @Test
    void nothing_is_recorded_as_passed_on_without_the_consent_of_each_or_a_reason_that_can_be_read() throws Exception {
        agrees(first, ConsentPurpose.NGO, 30);
        agrees(second, ConsentPurpose.UNHCR, 30);

        int before = consentsOpened();
        assertEquals("withoutConsent", refused(asked("", first, second)), "one of them did not agree");
        assertEquals(before + 1, consentsOpened(), "whoever is told that somebody did not agree has read it");
        assertEquals("withoutConsent", refused(asked("in a hurry", first, second)));
        assertEquals("withoutConsent", refused(asked("\u200B".repeat(30), first, second)));
        assertEquals(
                "withoutConsent",
                refused(with(asked("", first), ReferredTo.GOVERNMENT)),
                "what she agreed to is another purpose");
        assertEquals(List.of(), standing(number));
        assertEquals(
                List.of("0"),
                Database.lines(
                        "select count(*) from circumstance c join case_file f on f.id = c.case_id where f.number = ?",
                        number.value()));

        records(asked("", first));
        records(asked(REASON, first, second));
        records(with(asked("", second), ReferredTo.UNHCR));
        records(planned(first, second));

        assertEquals(4, standing(number).size());
    }

    @Test
    void the_consent_of_the_day_counts_whatever_was_said_of_it_later() throws Exception {
        EntryId consent = agrees(first, ConsentPurpose.NGO, 10);
        EntryId referral = records(askedDaysAgo(5, ReferralState.ASKED, first));
        assertEquals("withoutConsent", refused(askedDaysAgo(15, ReferralState.ASKED, first)), "it was given later");

        requests.does(worker, () -> consents.withdraw(number, consent, new NewWithdrawal(told.today(), "")));
        corrects(referral, askedDaysAgo(5, ReferralState.DONE, first), 0);

        assertEquals(ReferralState.DONE, standing(number).getFirst().known().state());
        assertEquals("withoutConsent", refused(asked("", first)));
        assertEquals(
                "withoutConsent",
                refused(() -> corrects(
                        standing(number).getFirst().id(),
                        with(askedDaysAgo(5, ReferralState.DONE, first), ReferredTo.UNHCR),
                        0)),
                "nor is it corrected so");
    }

    @Test
    void a_day_that_is_vague_or_left_blank_lets_no_later_consent_count() throws Exception {
        records(first, ConsentPurpose.NGO, PartialDate.in(Year.from(told.today())));

        assertEquals("withoutConsent", refused(askedDaysAgo(5, ReferralState.ASKED, first)), "recorded today");
        assertEquals(
                "withoutConsent",
                refused(on(PartialDate.in(Year.from(told.today())), ReferralState.ASKED)),
                "on which day?");
        assertEquals("asked", refused(on(PartialDate.unknown(), ReferralState.ASKED)));
        assertEquals(
                "asked", refused(on(PartialDate.unknown(), ReferralState.NOT_DONE)), "what was passed on was so once");
        assertEquals(List.of(), standing(number));

        records(asked("", first));
    }

    @Test
    void a_reason_holds_for_those_of_whom_it_was_written_and_for_their_purpose() throws Exception {
        agrees(second, ConsentPurpose.UNHCR, 30);
        EntryId referral = records(with(asked(REASON, first), ReferredTo.UNHCR));
        NewReferral more = with(asked(REASON, first, second), ReferredTo.GOVERNMENT);

        corrects(referral, with(asked(0, ReferralState.DONE, REASON, first, second), ReferredTo.UNHCR), 0);
        EntryId again = standing(number).getFirst().id();
        assertEquals(
                "withoutConsent", refused(() -> corrects(again, more, 0)), "the second one had not agreed to that");
        assertEquals(
                "withoutConsent",
                refused(() -> corrects(again, with(asked(REASON, first), ReferredTo.GOVERNMENT), 0)),
                "nor was it written of a government");
        assertEquals(again, standing(number).getFirst().id());

        corrects(again, with(asked(REASON + " So was the other one.", first, second), ReferredTo.GOVERNMENT), 0);
        assertEquals(1, standing(number).size());

        EntryId hers = records(asked(REASON, first));
        assertEquals("withoutConsent", refused(() -> corrects(hers, asked(REASON, first, second), 0)));
    }

    @Test
    void nothing_says_that_something_was_passed_on_without_consent_if_everybody_agreed() throws Exception {
        agrees(first, ConsentPurpose.NGO, 30);

        assertEquals("withoutConsent", refused(asked(REASON, first)));
        assertEquals(List.of(), standing(number));

        EntryId referral = records(asked(REASON, second));
        agrees(second, ConsentPurpose.NGO, 30);
        assertEquals("withoutConsent", refused(() -> corrects(referral, asked(REASON, second), 0)), "found afterwards");
        corrects(referral, asked("", second), 0);
    }

    @Test
    void what_the_form_itself_contradicts_is_said_before_what_others_did_not_agree_to() {
        assertEquals("asked", refused(on(PartialDate.on(told.today().plusDays(1)), ReferralState.ASKED)));
    }

    @Test
    void a_correction_of_a_typo_neither_ends_what_is_asked_nor_asks_again_what_was_settled() throws Exception {
        agrees(first, ConsentPurpose.NGO, 60);
        EntryId referral = records(askedDaysAgo(20, ReferralState.ASKED, first));
        EntryId task = open().getFirst().id();

        corrects(referral, askedDaysAgo(20, ReferralState.ASKED, first), 0);
        assertEquals(List.of(task), open().stream().map(Task::id).toList());

        requests.does(worker, () -> tasks.settle(number, task, new TaskResult(TaskState.NOT_POSSIBLE, "no line")));
        corrects(standing(number).getFirst().id(), askedDaysAgo(20, ReferralState.ASKED, first), 0);
        assertEquals(List.of(), open());
    }

    @Test
    void a_correction_strikes_what_stood_and_says_what_became_of_it() throws Exception {
        EntryId planned = records(planned(first));
        corrects(planned, asked(REASON, first), 0);

        assertEquals(
                List.of(ReferralState.ASKED),
                standing(number).stream().map(each -> each.known().state()).toList());
        assertEquals(Optional.of(planned), standing(number).getFirst().replaces());
        assertEquals(
                List.of("2"),
                Database.lines(
                        "select count(*) from circumstance c join case_file f on f.id = c.case_id"
                                + " where f.number = ? and c.kind = 'REFERRAL'",
                        number.value()));
    }

    @Test
    void only_who_works_on_the_case_records_one_and_only_for_people_of_it() throws Exception {
        Actor stranger = person(Role.CASEWORKER);
        Actor auditor =
                new Actor(new UserId("auditor-" + UUID.randomUUID()), Set.of(Role.AUDITOR), Optional.empty(), "");
        told.team(team, stranger);
        told.introduce(auditor);
        for (Actor each : List.of(supervisor, stranger, auditor)) {
            assertThrows(
                    NotFound.class,
                    () -> requests.as(each, () -> circumstances.record(number, planned(first))),
                    each.roles().toString());
        }
        assertThrows(NotFound.class, () -> records(planned(ParticipantId.create())));
        assertEquals(List.of(), standing(number));
    }

    @Test
    void who_is_split_off_takes_their_part_along() throws Exception {
        records(asked(REASON, first, second));
        records(planned(first));

        CaseNumber other = requests.as(
                supervisor,
                () -> splits.split(
                        number,
                        new NewSplit(
                                Set.of(second),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "She goes on alone, with other people.")));

        Referral there = standing(other).getFirst();
        assertEquals(1, standing(other).size());
        assertEquals(1, there.whom().size());
        assertEquals(REASON, there.known().withoutConsent());
        assertEquals(2, standing(number).size());
    }

    @Test
    void after_two_weeks_without_a_word_somebody_is_to_ask_until_there_is_one() throws Exception {
        agrees(first, ConsentPurpose.NGO, 60);
        EntryId recent = records(askedDaysAgo(13, ReferralState.ASKED, first));
        assertEquals(List.of(), open());
        EntryId old = records(askedDaysAgo(14, ReferralState.ASKED, first));
        records(askedDaysAgo(40, ReferralState.ACCEPTED, first));

        Task task = open().getFirst();
        assertEquals(List.of(old.toString()), task.about());
        assertEquals(told.today(), task.due());
        assertEquals(Set.of(first), task.whom());
        assertEquals(Optional.empty(), task.assignee(), "whoever works on the case");

        corrects(old, askedDaysAgo(14, ReferralState.ACCEPTED, first), 0);
        assertEquals(List.of(), open());
        assertEquals(
                Optional.of(TaskEnd.ANSWERED),
                requests.as(worker, () -> tasks.view(number))
                        .settled()
                        .getFirst()
                        .ended());

        corrects(recent, askedDaysAgo(30, ReferralState.ASKED, first), 0);
        Referral late = standing(number).stream()
                .filter(each -> each.replaces().equals(Optional.of(recent)))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(recent.toString()),
                open().stream().flatMap(each -> each.about().stream()).toList());
        corrects(late.id(), heardToday(late.known()), 0);
        assertEquals(List.of(), open(), "they have said something, if not yet what");
    }

    @Test
    void no_risk_is_lower_by_it() throws Exception {
        requests.does(
                worker,
                () -> circumstances.recordVulnerability(
                        number,
                        first,
                        new NewVulnerability(
                                VulnerabilityKind.HOUSEHOLD_CONTROL, PartialDate.unknown(), PartialDate.unknown())));
        int before = score();
        assertTrue(before > 0);

        for (ReferralState state : List.of(ReferralState.ASKED, ReferralState.DONE)) {
            records(asked(0, state, REASON, first));
            assertEquals(before, score(), state.name());
        }
    }

    private int score() throws Exception {
        return requests.as(worker, () -> risks.panel(number))
                .of(first)
                .orElseThrow()
                .score();
    }

    private int consentsOpened() throws Exception {
        return Integer.parseInt(Database.lines(
                        "select count(*) from access_entry where ? = any (case_refs) and action = 'OPEN' and 'CONSENT' = any (field_groups)",
                        number.value())
                .getFirst());
    }

    private EntryId agrees(ParticipantId who, ConsentPurpose purpose, int daysAgo) throws Exception {
        return records(who, purpose, PartialDate.on(told.today().minusDays(daysAgo)));
    }

    private EntryId records(ParticipantId who, ConsentPurpose purpose, PartialDate day) throws Exception {
        NewConsent given = new NewConsent(Set.of(purpose), ConsentForm.SPOKEN, day, Optional.empty(), "", "");
        return requests.as(worker, () -> consents.record(number, Set.of(who), given));
    }

    private EntryId records(NewReferral known) throws Exception {
        return requests.as(worker, () -> circumstances.record(number, known));
    }

    private void corrects(EntryId id, NewReferral known, int seen) throws Exception {
        requests.does(
                worker, () -> corrections.correct(number, id, known, "they called", seen, Circumstances::referrals));
    }

    private String refused(NewReferral known) {
        return refused(() -> records(known));
    }

    private static String refused(Requests.Work act) {
        return assertThrows(RuleViolation.class, act::run).field();
    }

    private List<Referral> standing(CaseNumber where) throws Exception {
        return requests.as(worker, () -> circumstances.view(where)).referrals();
    }

    private List<Task> open() throws Exception {
        return requests.as(worker, () -> tasks.view(number)).open().stream()
                .filter(each -> each.kind() == TaskKind.REFERRAL_QUIET)
                .toList();
    }

    private static NewReferral planned(ParticipantId... whom) {
        return new NewReferral(
                Set.of(whom),
                ReferralKind.LEGAL,
                ReferredTo.ORGANISATION,
                "lawyers",
                ReferralState.PLANNED,
                PartialDate.unknown(),
                PartialDate.unknown(),
                "",
                "",
                "");
    }

    private NewReferral asked(String without, ParticipantId... whom) {
        return asked(0, ReferralState.ASKED, without, whom);
    }

    private NewReferral askedDaysAgo(int days, ReferralState state, ParticipantId whom) {
        return asked(days, state, "", whom);
    }

    private NewReferral on(PartialDate day, ReferralState state) {
        return asked(day, state, "", first);
    }

    private NewReferral asked(int daysAgo, ReferralState state, String without, ParticipantId... whom) {
        return asked(PartialDate.on(told.today().minusDays(daysAgo)), state, without, whom);
    }

    private static NewReferral asked(PartialDate day, ReferralState state, String without, ParticipantId... whom) {
        return new NewReferral(
                Set.of(whom),
                ReferralKind.MEDICAL,
                ReferredTo.ORGANISATION,
                "a hospital",
                state,
                day,
                PartialDate.unknown(),
                "her age",
                without,
                "");
    }

    private static NewReferral with(NewReferral known, ReferredTo to) {
        return new NewReferral(
                known.whom(),
                known.kind(),
                to,
                known.organisation(),
                known.state(),
                known.asked(),
                known.lastWord(),
                known.passedOn(),
                known.withoutConsent(),
                known.words());
    }

    private NewReferral heardToday(NewReferral known) {
        return new NewReferral(
                known.whom(),
                known.kind(),
                known.to(),
                known.organisation(),
                known.state(),
                known.asked(),
                PartialDate.on(told.today()),
                known.passedOn(),
                known.withoutConsent(),
                known.words());
    }
}
