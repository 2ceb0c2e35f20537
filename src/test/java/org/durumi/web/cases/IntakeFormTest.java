package org.durumi.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;

class IntakeFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_pair_has_room_for_two_people_and_a_report_begins_as_reported() {
        assertEquals(List.of("person1.", "person2."), IntakeForm.prefixes(IntakeForm.blank(CaseKind.PAIR, TODAY)));
        assertEquals(
                Stage.REPORTED.name(),
                IntakeForm.blank(CaseKind.REPORTED_ONLY, TODAY).typed("stage"));
    }

    @Test
    void two_women_are_read_as_two_participants() {
        NewCase reported = IntakeForm.read(pair()).orElseThrow();

        assertEquals(CaseKind.PAIR, reported.kind());
        assertEquals(Optional.of(new CountryCode("KR")), reported.destination());
        assertEquals(2, reported.participants().size());
        assertEquals(AgeBand.AGE_40_49, reported.participants().get(1).ageBand());
        assertEquals(Answer.UNKNOWN, reported.participants().get(1).elite());
        assertEquals(Stage.CONTACT, reported.first().stage());
    }

    @Test
    void people_of_whom_nothing_is_known_are_participants_too() {
        NewCase reported = IntakeForm.read(pair().with("more", "7")).orElseThrow();

        assertEquals(9, reported.participants().size());
        assertEquals(NewParticipant.unknown(), reported.participants().get(8));
        FormInput tooMany = pair().with("more", "18");
        assertTrue(IntakeForm.read(tooMany).isEmpty());
        assertTrue(tooMany.errors().isAt("more"));
    }

    @Test
    void the_error_about_a_person_stands_at_that_person() {
        FormInput input = pair().with("person2.sex", "");

        assertTrue(IntakeForm.read(input).isEmpty());
        assertTrue(input.errors().isAt("person2.sex"));
    }

    @Test
    void another_person_gets_room_and_the_last_one_gives_it_back() {
        FormInput input = pair().with("do", "add");
        IntakeForm.changePeople(input);
        assertEquals(3, IntakeForm.people(input));

        input.with("do", "remove");
        IntakeForm.changePeople(input);
        IntakeForm.changePeople(input);
        IntakeForm.changePeople(input);
        assertEquals(1, IntakeForm.people(input));
    }

    @Test
    void a_form_has_room_for_no_more_people_than_it_can_send() {
        FormInput full =
                pair().with("people", Integer.toString(IntakeForm.MOST_PEOPLE)).with("do", "add");
        IntakeForm.changePeople(full);

        assertEquals(IntakeForm.MOST_PEOPLE, IntakeForm.people(full));
        assertEquals(1, IntakeForm.people(pair().with("people", "4000")));
    }

    private static FormInput pair() {
        return IntakeForm.blank(CaseKind.PAIR, TODAY)
                .with("route", RouteKind.LAND_VIA_CHINA)
                .with("destination", "KR")
                .with("certainty", Certainty.CONFIRMED)
                .with("person1.ageBand", AgeBand.AGE_20_29)
                .with("person1.sex", Sex.FEMALE)
                .with("person2.role", ParticipantRole.COMPANION)
                .with("person2.ageBand", AgeBand.AGE_40_49)
                .with("person2.sex", Sex.FEMALE);
    }

    @Test
    void a_person_taken_away_stays_in_the_form_until_there_is_room_again() {
        FormInput input = blank(CaseKind.PAIR).with("person2.hangul", "박여름").with("do", "remove");
        IntakeForm.changePeople(input);
        assertEquals(List.of("person1."), IntakeForm.prefixes(input));
        assertEquals(Set.of("person2.hangul"), IntakeForm.typedOfOthers(input));

        IntakeForm.changePeople(input.with("do", "add"));
        assertEquals(Set.of(), IntakeForm.typedOfOthers(input));
        assertEquals("박여름", input.typed("person2.hangul"));
    }

    @Test
    void another_kind_of_case_makes_room_and_takes_nobody_away_but_for_an_individual() {
        FormInput input = blank(CaseKind.PAIR);
        IntakeForm.changeKind(input, CaseKind.GROUP);
        assertEquals(3, IntakeForm.people(input));
        IntakeForm.changeKind(input, CaseKind.PAIR);
        assertEquals(3, IntakeForm.people(input));
        IntakeForm.changeKind(input, CaseKind.INDIVIDUAL);
        assertEquals(1, IntakeForm.people(input));
        IntakeForm.changeKind(input.with("people", "4"), CaseKind.INDIVIDUAL);
        assertEquals(4, IntakeForm.people(input), "the same kind changes nothing");
    }

    private static FormInput blank(CaseKind kind) {
        return IntakeForm.blank(kind, LocalDate.of(2026, 11, 28));
    }
}
