package org.durumi.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.junit.jupiter.api.Test;

class BegunIntakeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    /** Nobody has a name here. */
    private static final IntakeNames NO_NAMES = new IntakeNames() {
        @Override
        public Content fields(Page page, FormInput input, String prefix) {
            return output -> {};
        }

        @Override
        public void read(FormInput input, List<String> prefixes) {}

        @Override
        public boolean requireNew(FormInput input, List<String> prefixes, Consumer<CaseNumber> own) {
            return false;
        }

        @Override
        public String shown(FormInput input, String prefix) {
            return "";
        }

        @Override
        public void record(CaseNumber number, FormInput input, List<String> prefixes) {}
    };

    private BegunIntake begun = BegunIntake.nothing();

    /** Answers a step as its page stands, with these answers. */
    private void answer(IntakeStep step, Map<String, String> answers) {
        FormInput sent = begun.page(TODAY);
        answers.forEach(sent::with);
        begun = begun.with(step, sent, FIELDS).done(step);
        if (step == IntakeStep.KIND) {
            begun = begun.counted();
        }
    }

    private static final List<String> FIELDS = List.of(
            "token",
            "once",
            "do",
            "done[]",
            "kind",
            "people",
            "more",
            "person1.role",
            "person1.ageBand",
            "person1.sex",
            "person1.elite",
            "person1.unaccompanied",
            "person2.role",
            "person2.ageBand",
            "person2.sex",
            "person2.elite",
            "person2.unaccompanied",
            "stage",
            "happened",
            "happened.qualifier",
            "happened.words",
            "place",
            "place.country",
            "knownOn",
            "certainty",
            "reason",
            "route",
            "destination",
            "priority",
            "label",
            "number");

    @Test
    void a_step_keeps_its_own_fields_and_no_other() {
        answer(IntakeStep.KIND, Map.of("kind", "INDIVIDUAL", "route", "SEA_WEST", "number", "C-2026-000000"));

        assertEquals(List.of("INDIVIDUAL"), begun.typed().get("kind"));
        assertFalse(begun.typed().containsKey("route"));
        assertFalse(begun.typed().containsKey("number"));
        assertFalse(begun.typed().containsKey("once"));
        assertEquals(List.of("KIND"), begun.typed().get("done[]"), "nobody says by a field that a step is done");
    }

    @Test
    void the_next_step_is_the_next_that_nobody_has_answered() {
        assertEquals(IntakeStep.KIND, begun.next(IntakeStep.NAME, NO_NAMES));
        answer(IntakeStep.WAY, Map.of("route", "LAND_VIA_CHINA"));

        assertEquals(IntakeStep.KIND, begun.next(IntakeStep.WAY, NO_NAMES), "what was passed over comes again");
        answer(IntakeStep.KIND, Map.of("kind", "INDIVIDUAL"));
        answer(IntakeStep.PEOPLE, Map.of());
        assertEquals(IntakeStep.FIRST, begun.next(IntakeStep.PEOPLE, NO_NAMES));
        assertEquals(List.of(IntakeStep.FIRST), begun.missing(NO_NAMES));
        answer(IntakeStep.FIRST, Map.of("happened", "2026-11", "certainty", "UNKNOWN"));

        assertEquals(List.of(), begun.missing(NO_NAMES), "a name is not needed, and nobody knows where they are");
        assertEquals(IntakeStep.CHECK, begun.next(IntakeStep.FIRST, NO_NAMES));
        assertTrue(IntakeForm.read(begun.form()).isPresent());
    }

    @Test
    void a_step_whose_answer_does_not_hold_any_more_is_to_be_put_right() {
        answer(IntakeStep.WAY, Map.of("route", "LAND_VIA_CHINA"));
        assertTrue(begun.isDone(IntakeStep.WAY, NO_NAMES));
        answer(IntakeStep.WAY, Map.of("route", "A_ROUTE_OF_AN_OLDER_VERSION"));

        assertTrue(begun.isAnswered(IntakeStep.WAY));
        assertFalse(begun.isDone(IntakeStep.WAY, NO_NAMES));
        assertTrue(begun.missing(NO_NAMES).contains(IntakeStep.WAY));
    }

    @Test
    void a_kind_is_never_of_fewer_people_than_it_usually_has() {
        answer(IntakeStep.KIND, Map.of("kind", "PAIR", "people", ""));
        assertEquals(List.of("person1.", "person2."), begun.prefixes());
        answer(IntakeStep.KIND, Map.of("kind", "FAMILY", "people", "5"));
        assertEquals(5, begun.prefixes().size());
        answer(IntakeStep.PEOPLE, Map.of("more", "4"));
        answer(IntakeStep.KIND, Map.of("kind", "INDIVIDUAL", "people", "5"));
        assertEquals(1, begun.prefixes().size());
        assertEquals("", begun.form().typed("more"), "nobody else goes with somebody who is alone");
    }

    @Test
    void whoever_is_taken_away_comes_back_with_what_was_typed_of_them() {
        answer(IntakeStep.KIND, Map.of("kind", "PAIR", "people", "2"));
        answer(IntakeStep.PEOPLE, Map.of("person2.sex", "MALE"));

        BegunIntake less = begun.changed(FormInput.blank().with("do", "remove"));
        assertEquals(List.of("person1."), less.prefixes());
        BegunIntake again = less.changed(FormInput.blank().with("do", "add"));
        assertEquals(2, again.prefixes().size());
        assertEquals("MALE", again.form().typed("person2.sex"));
    }

    @Test
    void what_nobody_has_answered_stands_at_unknown() {
        answer(IntakeStep.KIND, Map.of("kind", "REPORTED_ONLY"));
        FormInput page = begun.page(TODAY);

        assertEquals("UNKNOWN", page.typed("person1.sex"));
        assertEquals("UNKNOWN", page.typed("person1.ageBand"));
        assertEquals("REPORTED", page.typed("stage"));
        assertEquals("2026-11-29", page.typed("knownOn"));
    }

    @Test
    void an_address_says_which_step_was_reached() {
        assertEquals(
                IntakeStep.PEOPLE, IntakeStep.reached("/cases/intake/00000000-0000-4000-8000-0000000000a1/people"));
        assertEquals(IntakeStep.CHECK, IntakeStep.reached("/cases/intake/x"));
    }
}
