package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final NewClosure WANTED = new NewClosure(CloseReason.NO_CONTACT, " a year of silence ");

    @Test
    void one_supervisor_closes_at_once_where_nobody_is_in_danger() {
        Closure closure = Closure.atOnce(FILE, WANTED, by(SEO));

        assertTrue(closure.isClosing());
        assertFalse(closure.isWaiting());
        assertEquals(CloseReason.NO_CONTACT, closure.closeReason());
        assertEquals("a year of silence", closure.why());
    }

    @Test
    void another_supervisor_agrees_or_declines_and_only_who_asked_takes_it_back() {
        Closure asked = Closure.ask(FILE, WANTED, by(SEO));

        assertTrue(asked.isWaiting());
        assertEquals("closure.same-person", refusal(() -> asked.confirm(by(SEO))));
        assertEquals("closure.same-person", refusal(() -> asked.decline(by(SEO))));
        assertEquals("closure.withdraw.other", refusal(() -> asked.withdraw(by(BAE))));

        asked.confirm(by(BAE));

        assertTrue(asked.isClosing());
        assertEquals("closure.decided-already", refusal(() -> asked.decline(by(BAE))));
        Closure declined = Closure.ask(FILE, WANTED, by(SEO));
        declined.decline(by(BAE));
        assertFalse(declined.isWaiting() || declined.isClosing());
        Closure withdrawn = Closure.ask(FILE, WANTED, by(SEO));
        withdrawn.withdraw(by(SEO));
        assertFalse(withdrawn.isWaiting() || withdrawn.isClosing());
    }

    @Test
    void who_is_held_on_the_way_or_silent_takes_two_and_so_does_what_nobody_has_confirmed() {
        for (Stage stage : Stage.values()) {
            CaseFixtures.Journey there = CaseFixtures.at(stage);
            boolean danger =
                    Set.of(Stage.TRANSIT, Stage.DETENTION, Stage.CONTACT_LOST).contains(stage)
                            || there.standing().isWaiting();

            List<Participant> found = ClosureService.inDanger(List.of(there.participant()), List.of(there.standing()));

            assertEquals(danger ? List.of(there.participant()) : List.of(), found, stage.name());
        }
    }

    @Test
    void an_erasure_is_decided_once_by_another_and_stopped_by_anybody() {
        Erasure erasure =
                Erasure.ask(FILE, "The family asked us in writing.", by(SEO).signed(), TestKeys.ofOrganisation());

        assertEquals("The family asked us in writing.", erasure.reason(TestKeys.ofOrganisation()));
        assertEquals("erasure.same-person", refusal(() -> erasure.approve(by(SEO).signed())));
        assertEquals("erasure.same-person", refusal(() -> erasure.decline(by(SEO).signed())));
        assertEquals("erasure.withdraw.other", refusal(() -> erasure.withdraw(by(BAE).signed())));
        assertEquals("erasure.not-approved", refusal(() -> erasure.stop(by(BAE).signed())));

        erasure.approve(by(BAE).signed());

        assertEquals(ErasureState.APPROVED, erasure.state());
        assertEquals(BAE.id(), erasure.decided().orElseThrow().by());
        assertEquals("erasure.decided-already", refusal(() -> erasure.decline(by(BAE).signed())));
        erasure.stop(by(SEO).signed());
        assertEquals(ErasureState.STOPPED, erasure.state());
    }

    private static Recording by(Actor supervisor) {
        return CaseFixtures.by(supervisor, FILE.id());
    }

    private static String refusal(Runnable act) {
        return assertThrows(RuleViolation.class, act::run).messageKey();
    }
}
