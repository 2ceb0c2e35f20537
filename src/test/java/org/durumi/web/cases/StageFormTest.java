package org.durumi.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewStage;
import org.durumi.cases.ReturnKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.web.support.Difference;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;

class StageFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));

    @Test
    void a_detention_is_read_with_everything_that_only_a_detention_has() {
        NewStage reported = StageForm.read(form(Stage.DETENTION)
                        .with("authority", "county police")
                        .with("facility", "detention centre")
                        .with("acknowledged", Answer.NO)
                        .with("goalKnown", GoalKnown.SUSPECTED))
                .orElseThrow();

        assertEquals(Stage.DETENTION, reported.stage());
        assertEquals(PartialDate.in(YearMonth.of(2026, 11)), reported.happened());
        assertEquals(new Place("Kunming", "CN"), reported.place());
        assertEquals(TODAY, reported.knownOn());
        assertEquals("county police", reported.details().authority());
        assertEquals("detention centre", reported.details().facility());
        assertEquals(Answer.NO, reported.details().acknowledged());
        assertEquals(GoalKnown.SUSPECTED, reported.details().goalKnown());
    }

    @Test
    void fields_of_another_stage_are_not_read() {
        NewStage reported = StageForm.read(form(Stage.CONTACT_LOST)
                        .with("authority", "county police")
                        .with("returnKind", ReturnKind.CONFIRMED)
                        .with("departure", Departure.PLANNED))
                .orElseThrow();

        assertEquals("", reported.details().authority());
        assertEquals(ReturnKind.NONE, reported.details().returnKind());
        assertEquals(Departure.NONE, reported.details().departure());
    }

    @Test
    void an_unanswered_question_of_the_checklist_is_unknown() {
        NewStage reported = StageForm.read(
                        form(Stage.TRANSIT).with("departure", Departure.PLANNED).with("phonesLeftHome", Answer.YES))
                .orElseThrow();

        assertEquals(Departure.PLANNED, reported.details().departure());
        assertEquals(Answer.YES, reported.details().checklist().phonesLeftHome());
        assertEquals(Answer.UNKNOWN, reported.details().checklist().consentGiven());
        assertFalse(reported.details().checklist().isAnswered());
    }

    @Test
    void the_certainty_and_the_day_of_knowing_must_be_said() {
        FormInput input = form(Stage.CONTACT).with("certainty", "").with("knownOn", "");

        assertTrue(StageForm.read(input).isEmpty());
        assertTrue(input.errors().isAt("certainty"));
        assertTrue(input.errors().isAt("knownOn"));
    }

    @Test
    void a_day_of_knowing_that_is_no_day_is_refused() {
        FormInput input = form(Stage.CONTACT).with("knownOn", "2026-11");

        assertTrue(StageForm.read(input).isEmpty());
        assertTrue(input.errors().isAt("knownOn"));
    }

    @Test
    void what_was_reported_fills_the_form_and_is_read_again() {
        NewStage failed = StageForm.read(form(Stage.CONTACT)
                        .with("attemptOutcome", AttemptOutcome.TURNED_BACK)
                        .with("reason", "the river was too high"))
                .orElseThrow();

        assertEquals(
                failed,
                StageForm.read(StageForm.fill(FormInput.blank(), failed)).orElseThrow());
    }

    @Test
    void the_stage_of_the_address_wins_over_the_form() {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("stage", "CONTACT");

        assertEquals("BROKER", StageForm.of(fields, "BROKER").typed("stage"));
        assertEquals("CONTACT", StageForm.of(fields, "").typed("stage"));
    }

    @Test
    void the_second_writer_sees_what_the_source_said_of_the_day() {
        NewStage mine = StageForm.read(form(Stage.CONTACT).with("happened.words", "before the rains"))
                .orElseThrow();
        NewStage stored = StageForm.read(form(Stage.CONTACT)).orElseThrow();

        Difference when = StageForm.differences(mine, stored, ENGLISH).get(1);

        assertEquals("2026-11 “before the rains”", when.mine());
        assertEquals("2026-11", when.stored());
    }

    private static FormInput form(Stage stage) {
        return StageForm.blank(stage, TODAY)
                .with("happened", "2026-11")
                .with("place", Field.place(), new Place("Kunming", "CN"))
                .with("certainty", Certainty.PROBABLE);
    }
}
