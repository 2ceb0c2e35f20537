package org.durumi.work;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.RowCopy;

/**
 * What a note, a contact or an addendum says, of whichever kind.
 *
 * @param happened when somebody was in touch; unknown if it is no contact
 * @param with people of the case with whom somebody was in touch
 * @param other somebody else, in words; may be empty
 * @param by empty if it is no contact
 * @param outcome empty if it is no contact
 */
public record NoteWords(
        NoteKind kind,
        Set<ParticipantId> about,
        String text,
        PartialDate happened,
        Set<ParticipantId> with,
        String other,
        Optional<ContactBy> by,
        Optional<ContactOutcome> outcome) {
    public NoteWords {
        about = Set.copyOf(about);
        with = Set.copyOf(with);
    }

    static NoteWords of(NewNote told) {
        return words(told.about(), told.text());
    }

    /** Whom an addendum is about, its note says. */
    static NoteWords of(NewAddendum told) {
        return words(Set.of(), told.text());
    }

    private static NoteWords words(Set<ParticipantId> about, String text) {
        return new NoteWords(
                NoteKind.NOTE, about, text, PartialDate.unknown(), Set.of(), "", Optional.empty(), Optional.empty());
    }

    /** @throws RuleViolation at a field that lies in the future or is missing */
    static NoteWords of(NewContact told, LocalDate today) {
        if (!told.kind().isContact()) {
            throw RuleViolation.at("kind", "note.contact.kind");
        }
        if (told.with().isEmpty() && VisibleText.isEmpty(told.other())) {
            throw RuleViolation.at("other", "note.contact.with-nobody");
        }
        if (told.happened().isAfter(today)) {
            throw RuleViolation.at("happened", "note.contact.future");
        }
        return new NoteWords(
                told.kind(),
                told.about(),
                told.text(),
                told.happened(),
                told.with(),
                told.other(),
                Optional.of(told.by()),
                Optional.of(told.outcome()));
    }

    /** The same in another case. */
    NoteWords inCopy(RowCopy copy) {
        return new NoteWords(kind, copy.of(about), text, happened, copy.of(with), other, by, outcome);
    }
}
