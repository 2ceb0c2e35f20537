package org.durumi.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * The notes, contacts and addenda of a case.
 *
 * @param all what was changed too, in the order in which it was recorded
 */
public record Notes(List<Note> all) {
    public Notes {
        all = List.copyOf(all);
    }

    /** Notes and contacts, what was changed too, those that were recorded last first. */
    public List<Note> newestFirst() {
        return all.reversed().stream().filter(each -> !each.isAddendum()).toList();
    }

    /** The same, as they stand. */
    public List<Note> standing() {
        return newestFirst().stream().filter(Note::stands).toList();
    }

    /** What was added to notes, by the first row of each, the earliest first. */
    public Map<EntryId, List<Note>> added() {
        return all.stream()
                .filter(Note::isAddendum)
                .collect(Collectors.groupingBy(each -> each.addendumTo().orElseThrow()));
    }

    /** What was added to one note. */
    public List<Note> addenda(Note note) {
        return added().getOrDefault(note.original(), List.of());
    }

    /** How many addenda there are in the case. */
    long numberOfAddenda() {
        return all.stream().filter(Note::isAddendum).count();
    }

    /** A note or a contact as it was seen, which may have been changed since; empty if there is none. */
    public Optional<Note> one(EntryId id) {
        return newestFirst().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What stands in the place of a row, which may have been changed since; empty if there is no such note. */
    public Optional<Note> inPlaceOf(EntryId id) {
        return one(id).flatMap(seen -> standing().stream()
                .filter(each -> each.original().equals(seen.original()))
                .findFirst());
    }

    /**
     * Whether somebody wrote it first. Nobody did if somebody changed the first row past the application: then it is fixed.
     *
     * @see #isFresh
     */
    boolean isBy(UserId who, Note note) {
        return first(note).filter(each -> each.recorded().by().equals(who)).isPresent();
    }

    /** Whether it was first recorded less than a day before. */
    boolean isFresh(Note note, Instant now) {
        return first(note)
                .filter(each -> now.isBefore(each.recorded().at().plus(Note.CHANGEABLE)))
                .isPresent();
    }

    private Optional<Note> first(Note note) {
        return one(note.original());
    }

    /** How many rows of one kind, contacts or others, there are about somebody; about the case as a whole if about nobody. */
    long number(boolean contacts, Set<ParticipantId> whom) {
        return newestFirst().stream()
                .filter(each -> each.isContact() == contacts)
                .filter(each ->
                        whom.isEmpty() ? each.whom().isEmpty() : each.whom().containsAll(whom))
                .count();
    }

    /** Everybody who recorded or changed some of it. */
    public Set<UserId> people() {
        return all.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet());
    }
}
