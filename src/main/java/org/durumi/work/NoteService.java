package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;

/**
 * Writes down notes and contacts of a case. Their author changes them for a day; the earlier text is struck and stays. Afterwards,
 * and for everybody else who works on the case, there are addenda.
 */
@ApplicationScoped
@Transactional
public class NoteService {
    @Inject
    NoteRows rows;

    @Inject
    RareRows rare;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** All of a case, for a page of its own. Records the access. */
    public Notes view(CaseNumber number) {
        return of(access.toRead(number, AccessGroup.NOTE));
    }

    /** All of a case that has been opened already. One query. */
    public Notes of(CaseFile file) {
        return new Notes(
                file.key(AccessGroup.NOTE).opened(rare.of(file.id().value(), "note", () -> rows.notes(file.id()))));
    }

    /** How many notes and contacts an opened case has. */
    public int numberOf(CaseFile file) {
        return rare.hasNone(file.id().value(), "note") ? 0 : (int) rows.number(file.id());
    }

    /** Whether the person who acts may still change a note of an opened case, as far as the case lets them. */
    public boolean mayChange(CaseFile file, Notes notes, Note note) {
        // Of most notes their own row says enough.
        boolean late = !clock.instant().isBefore(note.recorded().at().plus(Note.CHANGEABLE));
        return note.stands() && !late && whyFixed(file, notes, note).isEmpty();
    }

    /**
     * Why the person who acts may not change a note any more, as the key of a message; empty if they may. What was copied from
     * another case is fixed: how long it stands was said there.
     */
    public Optional<String> whyFixed(CaseFile file, Notes notes, Note note) {
        if (!notes.isBy(user.actor().id(), note)) {
            return Optional.of("note.fixed.of-another");
        }
        boolean fresh = notes.isFresh(note, clock.instant())
                && !file.isCopied(note.recorded().at());
        return fresh ? Optional.empty() : Optional.of("note.fixed");
    }

    /** @throws NotFound if it is about somebody who is not in this case */
    public EntryId record(CaseNumber number, @Valid NewNote told) {
        return record(toChange(number), NoteWords.of(told));
    }

    /**
     * @throws NotFound if it concerns somebody who is not in this case
     * @throws RuleViolation at a field that lies in the future or is missing
     */
    public EntryId record(CaseNumber number, @Valid NewContact told) {
        return record(toChange(number), NoteWords.of(told, LocalDate.now(clock)));
    }

    private EntryId record(CaseFile file, NoteWords told) {
        Note note = Note.record(file, told, recording(file));
        participants.require(file, note.whom());
        requireRoom(of(file), note);
        rows.add(note);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NOTE);
        return note.id();
    }

    /** What is known of one person of one kind has its limit; what is about the case as a whole, the same. */
    private static void requireRoom(Notes notes, Note note) {
        if (note.whom().isEmpty()) {
            CaseRoom.forOneMore(notes.number(note.isContact(), Set.of()));
        }
        note.whom().forEach(who -> CaseRoom.forOneMore(notes.number(note.isContact(), Set.of(who))));
    }

    /**
     * Its author says something else: the earlier text is struck and stays.
     *
     * @throws RuleViolation if it is somebody else's or fixed, or at «correctionReason» if it is missing
     * @throws ChangedMeanwhile if it was changed since, or the version is not the one that was seen
     */
    public void change(CaseNumber number, EntryId id, @Valid NewNote told, @Longest(1000) String why, int seen) {
        change(toChange(number), id, NoteWords.of(told), why, seen);
    }

    /** The same of a contact. */
    public void change(CaseNumber number, EntryId id, @Valid NewContact told, @Longest(1000) String why, int seen) {
        change(toChange(number), id, NoteWords.of(told, LocalDate.now(clock)), why, seen);
    }

    private void change(CaseFile file, EntryId id, NoteWords told, String why, int seen) {
        Notes notes = of(file);
        Note wrong = notes.one(id)
                .filter(each -> each.isContact() == told.kind().isContact())
                .orElseThrow(NotFound::new);
        whyFixed(file, notes, wrong).ifPresent(fixed -> {
            throw new RuleViolation(fixed);
        });
        wrong.requireStanding(seen);
        CorrectableRow.requireReason("correctionReason", why);
        Recording recording = recording(file);
        Note right = wrong.changedTo(told, recording);
        participants.require(file, right.whom());
        requireRoom(notes, right);
        wrong.strike(why, recording);
        rows.change(wrong, right);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NOTE);
    }

    /**
     * Anybody who works on the case adds something to a note.
     *
     * @return the note, as it stands
     * @throws NotFound if there is no such note
     * @throws RuleViolation if everybody whom it is about was taken out
     */
    public EntryId add(CaseNumber number, EntryId id, @Valid NewAddendum told) {
        CaseFile file = toChange(number);
        Notes notes = of(file);
        Note note = notes.one(id).orElseThrow(NotFound::new);
        participants.requireSome(file, note.whom());
        CaseRoom.forOneMore(notes.numberOfAddenda());
        rows.add(note.addendum(told, recording(file)));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NOTE);
        return notes.inPlaceOf(id).map(Note::id).orElse(id);
    }

    /** What is about those who go into another case, and about nobody else, goes with them, and what was added to it. */
    void split(@Observes PeopleSplit split) {
        Notes notes = new Notes(split.read().opened(rows.notes(split.from().id())));
        Set<EntryId> going = notes.standing().stream()
                .filter(each -> each.goes(split.copy()))
                .map(Note::original)
                .collect(Collectors.toSet());
        List<Note> copied = notes.all().stream()
                .filter(each ->
                        each.stands() && going.contains(each.addendumTo().orElse(each.original())))
                // What is added to it names it.
                .sorted(Comparator.comparing(Note::isAddendum))
                .toList();
        copied.forEach(each -> {
            each.copyInto(split.copy());
            rows.add(each);
        });
    }

    private CaseFile toChange(CaseNumber number) {
        return access.toChange(number, AccessGroup.NOTE);
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.NOTE));
    }
}
