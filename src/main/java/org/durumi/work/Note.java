package org.durumi.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.KnownRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Words about a case, or a line of its contact log: one kind of row, whose kind is sealed with the rest. Whoever wrote it may
 * change it for a day; from then on it is fixed, and what is added to it is a row of its own.
 */
@Entity
@Table(name = "note")
public class Note extends KnownRow<NoteWords, NoteWords, CorrectableRow.Struck> {
    /** So long after it was first recorded its author may change it. */
    public static final Duration CHANGEABLE = Duration.ofHours(24);

    private static final SealedColumn<NoteWords> SAID = new SealedColumn<>("note", "sealed", NoteWords.class);
    private static final SealedColumn<Struck> BECAME = new SealedColumn<>("note", "sealed_state", Struck.class);

    private @Nullable EntryId addendumTo;

    protected Note() {
        super(SAID, BECAME); // Hibernate
    }

    private Note(
            CaseId caseId, Optional<Note> wrong, Optional<EntryId> addendumTo, NoteWords told, Recording recording) {
        super(SAID, BECAME, caseId, wrong);
        this.addendumTo = addendumTo.orElse(null);
        say(told, recording);
        keep(new Struck(""), recording.key());
    }

    static Note record(CaseFile file, NoteWords told, Recording recording) {
        return new Note(file.id(), Optional.empty(), Optional.empty(), told, recording);
    }

    /** What its author meant to say, in its place. */
    Note changedTo(NoteWords told, Recording recording) {
        return new Note(caseId(), Optional.of(this), Optional.empty(), told, recording);
    }

    /** What somebody adds to it. */
    Note addendum(NewAddendum told, Recording recording) {
        return new Note(caseId(), Optional.empty(), Optional.of(original()), NoteWords.of(told), recording);
    }

    /** Whether it goes with those who go into another case: it is about them, and about nobody who stays. */
    boolean goes(RowCopy copy) {
        return !whom().isEmpty() && copy.who().containsAll(whom());
    }

    @Override
    protected NoteWords inCopy(NoteWords said, RowCopy copy) {
        return said.inCopy(copy);
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        addendumTo = addendumTo().map(copy::id).orElse(null);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> ownColumns() {
        return List.of(addendumTo());
    }

    @Override
    public NoteWords known() {
        return words();
    }

    /**
     * Whom it concerns: those whom it is about, and with whom somebody was in touch; nobody if it is about the case as a whole,
     * or an addendum, for which its note says it.
     */
    @Override
    public Set<ParticipantId> whom() {
        return Stream.concat(known().about().stream(), known().with().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it concerns this person: what is about the case as a whole concerns everybody. */
    public boolean concerns(ParticipantId who) {
        return whom().isEmpty() || whom().contains(who);
    }

    /** The first row of the note to which it adds something; empty if it is no addendum. */
    public Optional<EntryId> addendumTo() {
        return Optional.ofNullable(addendumTo);
    }

    public boolean isAddendum() {
        return addendumTo != null;
    }

    public NoteKind kind() {
        return known().kind();
    }

    public boolean isContact() {
        return kind().isContact();
    }

    public boolean isReached() {
        return known().outcome().filter(ContactOutcome.REACHED::equals).isPresent();
    }

    /** When somebody was in touch; unknown if it is no contact. */
    public PartialDate happened() {
        return known().happened();
    }

    public String text() {
        return known().text();
    }
}
