package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.durumi.cases.CaseFixtures.by;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** Who is in a case, and who was taken out of it. */
class CaseViewTest {
    private static final String WHY = "entered twice, as it turned out";

    private final CaseFile file = OpenCases.ofOne();
    private final CaseKey key = TestKeys.of(file.id());
    private final Recording recording = by(SEO, file.id());
    private final Participant first = entered(0);
    private final Participant second = entered(1);

    private Participant entered(int nth) {
        Participant participant = Participant.enter(file.id(), nth, WOMAN, key);
        participant.begin(reportOf(Stage.CONTACT), by(HANEUL, file.id()));
        return participant;
    }

    @Test
    void who_was_taken_out_is_in_no_list_but_those_of_history() {
        second.takeOut(TakenOut.byMistake(second, WHY, recording), key);
        CaseView view = view();

        assertEquals(List.of(first), view.participants());
        assertEquals(Set.of(first.id()), view.everybody());
        assertEquals(List.of(second), view.takenOut());
        assertEquals(List.of(first, second), view.everyone());
        assertEquals(List.of(first, second), view.withTakenOut().participants());
        assertEquals("A, (B)", view.labels(Set.of(second.id(), first.id())));
        assertEquals("B", view.label(second.id()));
        assertTrue(view.concerns(Set.of()));
        assertTrue(view.concerns(Set.of(first.id(), second.id())));
        assertFalse(view.concerns(Set.of(second.id())));
        assertThrows(RuleViolation.class, second::requireIn);
    }

    @Test
    void who_is_put_in_again_is_in_as_before() {
        TakenOut act = TakenOut.byMistake(second, WHY, recording);
        second.takeOut(act, key);
        assertThrows(RuleViolation.class, () -> second.takeOut(act, key));

        act.putBack("it was not the same woman", recording);
        second.putBack(key);

        assertEquals(List.of(first, second), view().participants());
        assertEquals("it was not the same woman", act.whyBack());
        assertThrows(RuleViolation.class, () -> second.putBack(key));
    }

    @Test
    void a_reason_has_ten_characters_that_can_be_seen_and_who_went_elsewhere_does_not_come_back() {
        for (String nothing : List.of("twice", "  \u200b \u200b \u200b \u200b  ", "ninesigns")) {
            assertEquals(
                    "why",
                    assertThrows(RuleViolation.class, () -> TakenOut.byMistake(second, nothing, recording))
                            .field());
        }
        TakenOut split = TakenOut.splitOff(second, CaseNumber.draw(2026), WHY, recording);

        assertThrows(RuleViolation.class, () -> split.putBack(WHY, recording));
        assertEquals(Optional.empty(), split.putBack());
    }

    private CaseView view() {
        return CaseView.of(file, List.of(first, second), List.of(), List.of(), Map.of());
    }

    @Test
    void nobody_else_than_the_application_takes_somebody_out() throws ReflectiveOperationException {
        var column = Participant.class.getDeclaredField("takenOut");
        column.setAccessible(true);
        column.set(second, TakenOut.byMistake(second, WHY, recording).id());

        assertTrue(second.verified(key).isIn());
        assertTrue(first.verified(key).isIn());
    }
}
