package org.durumi.links;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.ErasureService;
import org.durumi.cases.NewConsent;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewReopening;
import org.durumi.cases.Participant;
import org.durumi.cases.Priority;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.NewDevice;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supervisor closes a case as a duplicate of another one, and undoes it: no row moves, and nobody's risk is forgotten. */
@ExtendWith(ArquillianExtension.class)
class MergeIT {
    private static final NewParticipant OLDER =
            new NewParticipant(WOMAN.role(), AgeBand.AGE_40_49, WOMAN.sex(), WOMAN.elite(), WOMAN.unaccompanied());
    private static final Actor STRANGER = new Actor(
            new UserId("stranger"),
            Set.of(Role.SUPERVISOR),
            Optional.of(TeamId.of("7d9c1d5e-0000-4000-8000-00000000b401")),
            "");

    @Inject
    Requests requests;

    @Inject
    LinkService links;

    @Inject
    MergeService merges;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    ErasureService erasures;

    @Inject
    ConsentService consents;

    @Inject
    CircumstancesService circumstances;

    @Inject
    Told told;

    private CaseNumber closing;
    private CaseNumber staying;
    private EntryId link;

    @BeforeEach
    void two_cases_of_one_woman() throws Exception {
        told.northTeam();
        closing = told.caseOf(HANEUL, OLDER);
        staying = told.caseOf(HANEUL, WOMAN);
        describe(closing, Priority.URGENT, "first");
        describe(staying, Priority.NORMAL, "second");
        link = requests.as(
                SEO,
                () -> links.want(
                        closing, new NewLink(staying, LinkKind.DUPLICATE_OF, Optional.empty(), "The same woman.")));
    }

    @Test
    void a_case_is_closed_as_a_duplicate_and_what_is_taken_over_changes_the_other() throws Exception {
        merge(Set.of(CaseFact.PRIORITY), Set.of(PersonFact.AGE_BAND));

        CaseView closed = opened(closing);
        assertEquals(Optional.of(CloseReason.DUPLICATE), closed.file().closeReason());
        assertEquals(AgeBand.AGE_40_49, closed.participants().getFirst().ageBand(), "it stays as it was");
        assertEquals(
                Optional.of(staying),
                requests.as(HANEUL, () -> merges.duplicate(file(closing))).flatMap(MergeLine::number));
        CaseView stays = opened(staying);
        assertTrue(stays.file().isOpen());
        assertEquals(Priority.URGENT, stays.file().priority());
        assertEquals("second", stays.file().label());
        assertEquals(AgeBand.AGE_40_49, stays.participants().getFirst().ageBand());
        for (CaseNumber each : List.of(closing, staying)) {
            assertTrue(
                    Database.lines(
                                    "select actor || ' ' || action || ' ' || outcome from access_entry where ? = any (case_refs)",
                                    each.value())
                            .contains("seo CHANGE DONE"),
                    "the log of both tells of it");
        }
        assertThrows(RuleViolation.class, () -> merge(Set.of(), Set.of()), "once");
    }

    @Test
    void undone_the_case_is_open_again_and_what_nobody_changed_since_goes_back() throws Exception {
        merge(Set.of(CaseFact.PRIORITY, CaseFact.LABEL), Set.of(PersonFact.AGE_BAND));
        describe(staying, Priority.URGENT, "third");

        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> merges.undo(closing)));
        requests.does(SEO, () -> merges.undo(closing));

        assertTrue(opened(closing).file().isOpen());
        CaseView stays = opened(staying);
        assertEquals(Priority.NORMAL, stays.file().priority());
        assertEquals("third", stays.file().label(), "somebody has changed it since");
        assertEquals(AgeBand.AGE_30_39, stays.participants().getFirst().ageBand());
        MergeLine line = requests.as(SEO, () -> merges.of(file(staying))).getFirst();
        assertFalse(line.merge().stands());
        assertEquals(List.of(CaseFact.LABEL), line.merge().keptOfTheCase());
        assertEquals(List.of(), line.merge().keptOfPeople());
        assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> merges.undo(closing)));
        merge(Set.of(), Set.of());
        assertFalse(opened(closing).file().isOpen(), "it may be merged again");
    }

    @Test
    void nobodys_risk_stops_being_reckoned() throws Exception {
        told.enters(closing, told.report(Stage.DETENTION));

        RuleViolation refused = assertThrows(RuleViolation.class, () -> merge(Set.of(), Set.of()));

        assertEquals("merge.in-danger", refused.messageKey());
        assertTrue(opened(closing).file().isOpen());
        told.enters(staying, told.report(Stage.DETENTION));
        merge(Set.of(), Set.of());
        assertFalse(opened(closing).file().isOpen());
    }

    @Test
    void nor_does_it_fall_unseen() throws Exception {
        phone(closing);

        assertEquals("merge.level", refusal());

        phone(staying);
        merge(Set.of(), Set.of());
        assertFalse(opened(closing).file().isOpen());
    }

    @Test
    void what_waits_for_a_supervisor_is_decided_first() throws Exception {
        for (CaseNumber each : List.of(closing, staying)) {
            told.enters(each, told.report(Stage.DETENTION));
            told.enters(each, told.report(Stage.CONTACT_LOST));
        }

        assertEquals("merge.waiting", refusal());
    }

    @Test
    void no_refusal_is_forgotten() throws Exception {
        agrees(staying, ConsentForm.WRITTEN, "");
        agrees(closing, ConsentForm.WRITTEN, "Not to her brother.");
        assertEquals("merge.consent", refusal());
        agrees(closing, ConsentForm.REFUSED, "");
        assertEquals("merge.consent", refusal());

        agrees(staying, ConsentForm.REFUSED, "");

        merge(Set.of(), Set.of());
        assertFalse(opened(closing).file().isOpen());
    }

    @Test
    void nothing_is_merged_into_a_case_that_is_to_be_erased_nor_is_it_erased_afterwards() throws Exception {
        String why = "The family asked us in writing to forget them.";
        for (CaseNumber each : List.of(closing, staying)) {
            requests.does(SEO, () -> erasures.ask(each, why));
            assertEquals("merge.erasure", refusal());
            requests.does(SEO, () -> erasures.withdraw(each));
        }
        merge(Set.of(), Set.of());

        RuleViolation refused =
                assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> erasures.ask(staying, why)));

        assertEquals("merge.not-erased", refused.messageKey());
        requests.does(SEO, () -> erasures.ask(closing, why));
    }

    @Test
    void who_opens_the_closed_case_again_ends_the_merge_and_it_may_be_merged_again() throws Exception {
        merge(Set.of(CaseFact.PRIORITY), Set.of());

        requests.does(
                SEO,
                () -> closures.reopen(closing, new NewReopening("They were two women after all.", Optional.empty())));

        assertEquals(Optional.empty(), requests.as(SEO, () -> merges.duplicate(file(closing))));
        MergeLine line = requests.as(SEO, () -> merges.of(file(staying))).getFirst();
        assertTrue(line.merge().isReopened());
        assertFalse(line.mayUndo());
        assertEquals(Priority.URGENT, opened(staying).file().priority(), "what was taken over stays");
        merge(Set.of(), Set.of());
        assertFalse(opened(closing).file().isOpen());
    }

    @Test
    void two_cases_are_locked_in_the_order_in_which_everybody_locks_several() throws Exception {
        List<String> byId = Database.lines(
                "select number from case_file where number in (?, ?) order by id", closing.value(), staying.value());
        staying = new CaseNumber(byId.getFirst());
        closing = new CaseNumber(byId.getLast());
        merge(Set.of(), Set.of());
        try (Connection holder = Database.superuser();
                Connection other = Database.superuser()) {
            holder.setAutoCommit(false);
            lock(holder, staying);
            CompletableFuture<Boolean> first =
                    CompletableFuture.supplyAsync(() -> waitsWithout(closing, holder, other));

            requests.does(SEO, () -> merges.undo(closing));

            assertTrue(first.get(), "who waits for the first of them has not locked the second");
        }
        assertTrue(opened(closing).file().isOpen());
    }

    /** Whether somebody waits for what one connection holds, and has not locked this case; then lets them go on. */
    private static boolean waitsWithout(CaseNumber number, Connection holder, Connection other) {
        try {
            Instant last = Instant.now().plusSeconds(60);
            while (Database.lines("select pid::text from pg_locks where not granted")
                    .isEmpty()) {
                if (Instant.now().isAfter(last)) {
                    return false;
                }
            }
            lock(other, number);
            return true;
        } catch (SQLException locked) {
            return false;
        } finally {
            release(holder);
        }
    }

    private static void lock(Connection connection, CaseNumber number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select from case_file where number = '" + number + "' for update nowait");
        }
    }

    private static void release(Connection holder) {
        try {
            holder.rollback();
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    @Test
    void everybody_must_be_somebody_and_only_who_decides_in_both_may() throws Exception {
        NewMerge nobody = new NewMerge(Map.of(), Set.of(), Map.of(), "why");
        RuleViolation refused =
                assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> merges.merge(closing, link, nobody)));
        assertEquals("merge.person.missing", refused.messageKey());
        for (Actor each : List.of(HANEUL, STRANGER)) {
            assertThrows(NotFound.class, () -> requests.does(each, () -> merges.merge(closing, link, nobody)));
        }
        EntryId broker = requests.as(
                SEO, () -> links.want(closing, new NewLink(staying, LinkKind.SAME_BROKER, Optional.empty(), "why")));
        assertEquals(Optional.empty(), requests.as(SEO, () -> merges.plan(closing, broker)));
        assertTrue(requests.as(SEO, () -> merges.plan(closing, link)).isPresent());
    }

    @Test
    void a_merge_that_the_application_did_not_write_says_nothing() throws Exception {
        merge(Set.of(), Set.of());
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update case_merge set merged_at = now() where closed_case_id ="
                    + " (select id from case_file where number = '" + closing + "')");
        }

        assertEquals(Optional.empty(), requests.as(SEO, () -> merges.duplicate(file(closing))));
        assertThrows(RuleViolation.class, () -> requests.does(SEO, () -> merges.undo(closing)));
    }

    private String refusal() {
        return assertThrows(RuleViolation.class, () -> merge(Set.of(), Set.of()))
                .messageKey();
    }

    private void phone(CaseNumber number) throws Exception {
        ParticipantId whose = first(number);
        requests.does(
                HANEUL,
                () -> circumstances.recordDevice(
                        number,
                        whose,
                        new NewDevice(
                                "phone",
                                "",
                                Answer.YES,
                                Answer.YES,
                                false,
                                false,
                                false,
                                PartialDate.unknown(),
                                PartialDate.unknown())));
    }

    private void agrees(CaseNumber number, ConsentForm form, String withhold) throws Exception {
        ParticipantId who = first(number);
        NewConsent told = new NewConsent(
                Set.of(ConsentPurpose.NGO), form, PartialDate.on(this.told.today()), Optional.empty(), withhold, "");
        requests.does(HANEUL, () -> consents.record(number, Set.of(who), told));
    }

    private void merge(Set<CaseFact> ofTheCase, Set<PersonFact> ofThePerson) throws Exception {
        ParticipantId one = first(closing);
        ParticipantId other = first(staying);
        requests.does(
                SEO,
                () -> merges.merge(
                        closing,
                        link,
                        new NewMerge(
                                Map.of(one, other), ofTheCase, Map.of(other, ofThePerson), "The other says it all.")));
    }

    private ParticipantId first(CaseNumber number) throws Exception {
        return opened(number).participants().stream()
                .map(Participant::id)
                .findFirst()
                .orElseThrow();
    }

    private void describe(CaseNumber number, Priority priority, String label) throws Exception {
        int seen = opened(number).file().described();
        requests.does(
                HANEUL,
                () -> cases.describe(
                        number,
                        new CaseDescription(
                                CaseKind.INDIVIDUAL, RouteKind.LAND_VIA_CHINA, Optional.empty(), priority, label),
                        seen));
    }

    private CaseView opened(CaseNumber number) throws Exception {
        return requests.as(SEO, () -> search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT));
    }

    private CaseFile file(CaseNumber number) {
        return search.view(number, AccessGroup.CASE, AccessGroup.LINK).file();
    }
}
