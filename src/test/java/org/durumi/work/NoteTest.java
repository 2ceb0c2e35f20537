package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.work.NoteFixtures.call;
import static org.durumi.work.NoteFixtures.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** What a note says, for how long it can be changed, and where it goes. */
class NoteTest {
    private static final PartialDate UNKNOWN = PartialDate.unknown();

    private final CaseFile file = OpenCases.ofOne();
    private final Recording recording = CaseFixtures.by(HANEUL, file.id());
    private final ParticipantId first = ParticipantId.create();
    private final ParticipantId second = ParticipantId.create();

    @Test
    void a_contact_concerns_those_with_whom_it_was_and_those_whom_it_was_about() {
        Note call = contact(call(ContactOutcome.REACHED, PartialDate.on(TODAY), "", Set.of(first), second));

        assertTrue(call.isContact());
        assertTrue(call.isReached());
        assertEquals(Set.of(first, second), call.whom());
        assertEquals(PartialDate.on(TODAY), call.happened());
        assertEquals(
                Set.of(),
                contact(call(ContactOutcome.NOT_REACHED, UNKNOWN, "her sister", Set.of()))
                        .whom());
    }

    @Test
    void a_note_is_about_somebody_or_about_the_case_as_a_whole() {
        assertEquals(Set.of(first), written(note("afraid", first)).whom());
        assertTrue(written(note("afraid")).concerns(second));
        assertFalse(written(note("afraid", first)).concerns(second));
        assertFalse(written(note("afraid")).isContact());
        assertFalse(written(note("afraid")).isReached());
    }

    @Test
    void a_contact_was_with_somebody_is_one_of_three_kinds_and_does_not_lie_in_the_future() {
        assertRefused(
                "other note.contact.with-nobody", call(ContactOutcome.REACHED, UNKNOWN, " \u200b", Set.of(), first));
        assertRefused(
                "happened note.contact.future",
                call(ContactOutcome.REACHED, PartialDate.on(TODAY.plusDays(1)), "", Set.of(first)));
        assertRefused(
                "kind note.contact.kind",
                new NewContact(
                        NoteKind.NOTE,
                        ContactBy.PHONE,
                        Set.of(first),
                        "",
                        ContactOutcome.REACHED,
                        UNKNOWN,
                        "",
                        Set.of()));
    }

    @Test
    void its_author_may_change_it_for_a_day_from_when_it_was_first_recorded() {
        Note wrong = written(note("afraid of her hasband", first));
        Recording later = later(60 * 60 * 23);
        Note right = wrong.changedTo(NoteWords.of(note("afraid of her husband", first)), later);
        wrong.strike("a typing error", later);
        Notes notes = new Notes(List.of(wrong, right));

        assertEquals(List.of(right), notes.standing());
        assertEquals(List.of(right, wrong), notes.newestFirst());
        assertEquals(Optional.of(right), notes.inPlaceOf(wrong.id()));
        assertEquals("a typing error", wrong.strikeReason());
        assertTrue(notes.isBy(HANEUL.id(), right));
        assertFalse(notes.isBy(SEO.id(), right));
        assertTrue(notes.isFresh(right, NOW.plus(Note.CHANGEABLE).minusSeconds(1)));
        assertFalse(notes.isFresh(right, NOW.plus(Note.CHANGEABLE)), "changing it does not begin another day");
        assertThrows(RuleViolation.class, () -> wrong.strike("again", later), "it was struck");
    }

    @Test
    void a_note_whose_first_row_is_gone_is_fixed() {
        Note wrong = written(note("afraid", first));
        Note right = wrong.changedTo(NoteWords.of(note("not afraid", first)), later(60));
        Notes notes = new Notes(List.of(right));

        assertFalse(notes.isBy(HANEUL.id(), right));
        assertFalse(notes.isFresh(right, NOW));
    }

    @Test
    void what_is_added_stands_with_its_note_whatever_is_changed_of_it() {
        Note wrong = written(note("afraid", first));
        Note added = wrong.addendum(new NewAddendum("of whom, she did not say"), later(30));
        Note right = wrong.changedTo(NoteWords.of(note("very afraid", first)), later(60));
        Note addedLater = right.addendum(new NewAddendum("of the police"), later(90));
        wrong.strike("more exactly", later(60));
        Notes notes = new Notes(List.of(wrong, added, right, addedLater));

        assertEquals(List.of(added, addedLater), notes.addenda(right));
        assertEquals(List.of(right), notes.standing(), "an addendum is no note of its own");
        assertEquals(2, notes.numberOfAddenda());
        assertEquals(Optional.empty(), notes.one(added.id()), "and nothing is added to it");
        assertEquals(Set.of(HANEUL.id()), notes.people());
    }

    @Test
    void rows_are_counted_for_each_person_and_for_notes_and_contacts_apart() {
        Notes notes = new Notes(List.of(
                written(note("afraid", first)),
                written(note("both", first, second)),
                written(note("the case")),
                contact(call(ContactOutcome.REACHED, UNKNOWN, "", Set.of(first)))));

        assertEquals(2, notes.number(false, Set.of(first)));
        assertEquals(1, notes.number(false, Set.of(second)));
        assertEquals(1, notes.number(false, Set.of()));
        assertEquals(1, notes.number(true, Set.of(first)));
        assertEquals(0, notes.number(true, Set.of()));
    }

    @Test
    void only_what_is_about_nobody_who_stays_goes_into_another_case_with_what_was_added() {
        CaseFile other = OpenCases.ofOne();
        ParticipantId inCopy = ParticipantId.create();
        CaseKey there = TestKeys.of(other.id());
        RowCopy copy = new RowCopy(other.id(), there, Map.of(second, inCopy));
        Note hers = contact(call(ContactOutcome.REACHED, UNKNOWN, "", Set.of(second)));
        Note changed = hers.changedTo(hers.known(), recording);
        Note added = changed.addendum(new NewAddendum("she called back"), recording);

        assertFalse(written(note("the case")).goes(copy));
        assertFalse(written(note("both", first, second)).goes(copy));
        assertFalse(written(note("the other", first)).goes(copy));
        assertTrue(changed.goes(copy));

        Stream.of(changed, added).forEach(each -> {
            each.copyInto(copy);
            each.open(there);
        });

        assertEquals(Set.of(inCopy), changed.whom());
        assertEquals(other.id(), changed.caseId());
        assertEquals(recording.signed(), changed.recorded());
        assertEquals(changed.id(), changed.original());
        assertEquals(Optional.of(changed.id()), added.addendumTo());
    }

    private Note written(NewNote told) {
        return Note.record(file, NoteWords.of(told), recording);
    }

    private Note contact(NewContact told) {
        return Note.record(file, NoteWords.of(told, TODAY), recording);
    }

    private Recording later(int seconds) {
        return new Recording(HANEUL.signed(NOW.plusSeconds(seconds)), recording.key());
    }

    private static void assertRefused(String expected, NewContact told) {
        RuleViolation broken = assertThrows(RuleViolation.class, () -> NoteWords.of(told, TODAY));
        assertEquals(expected, broken.field() + " " + broken.messageKey());
    }
}
