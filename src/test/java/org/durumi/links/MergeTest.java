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
import java.util.Optional;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.ParticipantRole;
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
