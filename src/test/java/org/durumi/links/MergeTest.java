package org.durumi.links;

import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.OpenCases;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Permission;
import org.durumi.cases.Priority;
import org.durumi.cases.Sex;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.links.Merge.Kept;
import org.durumi.links.Merge.Words;
import org.durumi.route.RouteKind;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** What a merge takes over, fact by fact, and until when it can be undone. */
class MergeTest {
    private static final CaseDescription ONE = new CaseDescription(
            CaseKind.INDIVIDUAL, RouteKind.LAND_VIA_CHINA, Optional.empty(), Priority.NORMAL, "one");
    private static final CaseDescription OTHER = new CaseDescription(
            CaseKind.PAIR, RouteKind.VIA_MONGOLIA, Optional.of(new CountryCode("JP")), Priority.URGENT, "other");
    private static final NewParticipant SOMEBODY =
            new NewParticipant(ParticipantRole.COMPANION, AgeBand.AGE_50_59, Sex.MALE, Answer.YES, Answer.UNKNOWN);

    @Test
    void each_fact_is_taken_over_by_itself_and_all_together_are_everything() {
        CaseDescription taken = ONE;
        for (CaseFact each : CaseFact.values()) {
            CaseDescription only = each.take(ONE, OTHER);
            for (CaseFact fact : CaseFact.values()) {
                assertEquals(fact.of(fact == each ? OTHER : ONE), fact.of(only), each + " " + fact);
            }
            taken = each.take(taken, OTHER);
        }
        assertEquals(OTHER, taken);
        NewParticipant known = WOMAN;
        for (PersonFact each : PersonFact.values()) {
            NewParticipant only = each.take(WOMAN, SOMEBODY);
            for (PersonFact fact : PersonFact.values()) {
                assertEquals(fact.of(fact == each ? SOMEBODY : WOMAN), fact.of(only), each + " " + fact);
            }
            known = each.take(known, SOMEBODY);
        }
        assertEquals(SOMEBODY, known);
    }

    @Test
    void it_can_be_undone_for_thirty_days_and_once() {
        Merge merge = merged();
        merge.requireUndoable(NOW.plus(Duration.ofDays(30)));
        assertThrows(
                RuleViolation.class,
                () -> merge.requireUndoable(NOW.plus(Duration.ofDays(30)).plusSeconds(1)));
        assertTrue(merge.isGenuine(TestKeys.macs()));

        merge.undo(new Kept(List.of(CaseFact.LABEL), List.of()), hand(NOW.plusSeconds(60)));

        assertFalse(merge.stands());
        assertTrue(merge.isGenuine(TestKeys.macs()));
        assertEquals(List.of(CaseFact.LABEL), merge.keptOfTheCase());
        assertThrows(RuleViolation.class, () -> merge.undo(new Kept(List.of(), List.of()), hand(NOW.plusSeconds(90))));
    }

    @Test
    void who_opens_the_closed_case_again_ends_it_also_after_thirty_days() {
        Merge merge = merged();

        merge.reopen(SEO.signed(NOW.plus(Duration.ofDays(400))), TestKeys.macs());

        assertFalse(merge.stands());
        assertTrue(merge.isReopened());
        assertTrue(merge.isGenuine(TestKeys.macs()));
        assertThrows(RuleViolation.class, () -> merge.requireUndoable(NOW));
    }

    @Test
    void a_merge_of_which_nobody_says_that_it_is_safe_is_refused() {
        MergeRequested silent = new MergeRequested(OpenCases.ofOne(), OpenCases.ofOne(), Map.of());
        assertEquals(
                "merge.nobody-permitted",
                assertThrows(RuleViolation.class, silent::requirePermission).messageKey());
        MergeRequested refused = new MergeRequested(OpenCases.ofOne(), OpenCases.ofOne(), Map.of());
        refused.refuse(new RuleViolation("merge.level"));
        refused.permit();
        assertEquals(
                "merge.level",
                assertThrows(RuleViolation.class, refused::requirePermission).messageKey());
    }

    @Test
    void what_somebody_permits_less_is_lost_where_they_permit_more() {
        Set<String> lost = new TreeSet<>();
        for (Permission here : Permission.values()) {
            for (Permission there : Permission.values()) {
                if (here.isLostIn(there)) {
                    lost.add(here + " in " + there);
                }
            }
        }
        assertEquals(
                Set.of(
                        "IN_PART in PERMITTED",
                        "WITHDRAWN in PERMITTED",
                        "WITHDRAWN in IN_PART",
                        "REFUSED in PERMITTED",
                        "REFUSED in IN_PART"),
                lost);
    }

    private static Merge merged() {
        return Merge.of(
                EntryId.create(),
                CaseId.create(),
                CaseId.create(),
                new Words(List.of(), ONE, OTHER, List.of()),
                hand(NOW));
    }

    private static Link.Hand hand(Instant when) {
        return new Link.Hand(SEO.signed(when), TestKeys.ofOrganisation(), TestKeys.macs());
    }
}
