package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.durumi.cases.StageRequested.Matter;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** Whether somebody may enter a stage, said by several guards together. */
class StageRequestedTest {
    private final StageRequested request = new StageRequested(
            OpenCases.ofOne(), at(Stage.CONTACT).participant(), true, reportOf(Stage.TRANSIT), Optional.empty());

    @Test
    void nobody_answers_and_it_is_refused() {
        assertEquals("stage.nobody-permitted", refusal());
    }

    @Test
    void one_matter_without_an_answer_refuses_whatever_the_others_say() {
        for (Matter silent : Matter.values()) {
            StageRequested asked = new StageRequested(
                    request.file(), request.participant(), request.isDeparture(), request.reported(), Optional.empty());
            for (Matter matter : Matter.values()) {
                if (matter != silent) {
                    asked.permit(matter);
                    asked.permit(matter);
                }
            }
            assertEquals(
                    "stage.nobody-permitted",
                    assertThrows(RuleViolation.class, asked::requirePermission).messageKey(),
                    silent.name());
        }
    }

    @Test
    void every_matter_is_permitted_and_so_is_the_stage() {
        permitEverything();

        assertDoesNotThrow(request::requirePermission);
    }

    @Test
    void only_a_correction_keeps_the_broker_whom_its_entry_names() {
        BrokerId named = BrokerId.create();
        StageRequested correction = new StageRequested(
                request.file(), request.participant(), false, request.reported(), Optional.of(named));

        assertTrue(correction.keeps(named));
        assertFalse(correction.keeps(BrokerId.create()));
        assertFalse(request.keeps(named));
    }

    @Test
    void one_refusal_is_enough_and_the_first_is_told() {
        request.refuse(RuleViolation.at("broker", "stage.broker.foreign"));
        permitEverything();
        request.refuse(RuleViolation.at("leg", "stage.leg.foreign"));

        assertEquals("stage.broker.foreign", refusal());
    }

    private void permitEverything() {
        for (Matter matter : Matter.values()) {
            request.permit(matter);
        }
    }

    private String refusal() {
        return assertThrows(RuleViolation.class, request::requirePermission).messageKey();
    }
}
