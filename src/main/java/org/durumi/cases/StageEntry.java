package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * One line of a participant's journey. A correction stands in the same place of the journey.
 *
 * <p>In clear stands only its stage. A stored entry says the rest after it was {@link #open opened}; one that somebody else
 * changed is nowhere known to have happened.
 */
@Entity
@Table(name = "stage_entry")
public class StageEntry extends CorrectableRow<NewStage, CorrectableRow.Struck> {
    private static final SealedColumn<NewStage> SAID = new SealedColumn<>("stage_entry", "sealed", NewStage.class);
    private static final SealedColumn<Struck> BECAME = new SealedColumn<>("stage_entry", "sealed_state", Struck.class);

    private ParticipantId participantId;
    private int position;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private @Nullable BrokerId brokerId;
    private @Nullable EntryId legId;

    protected StageEntry() {
        super(SAID, BECAME); // Hibernate
    }

    private StageEntry(
            Participant participant,
            int position,
            NewStage reported,
            Confirmation confirmation,
            Optional<EntryId> replaces,
            Recording recording) {
        super(SAID, BECAME, participant.caseId(), confirmation, replaces);
        this.participantId = participant.id();
        this.position = position;
        this.stage = reported.stage();
        this.brokerId = reported.details().broker().orElse(null);
        this.legId = reported.details().leg().orElse(null);
        say(reported, recording);
        keep(becoming(""), recording.key());
    }

    /** Records what was reported, in this place of the journey. */
    static StageEntry of(
            Participant participant, int position, NewStage reported, Confirmation confirmation, Recording recording) {
        return new StageEntry(participant, position, reported, confirmation, Optional.empty(), recording);
    }

    /** The same in place of another entry, which it corrects. */
    static StageEntry inPlaceOf(
            StageEntry wrong,
            Participant participant,
            NewStage reported,
            Confirmation confirmation,
            Recording recording) {
        return new StageEntry(
                participant, wrong.position(), reported, confirmation, Optional.of(wrong.id()), recording);
    }

    @Override
    public void open(CaseKey key) {
        if (!key.opens(id().value(), () -> super.open(key))) {
            NewStage unknown = new NewStage(
                    stage,
                    PartialDate.unknown(),
                    LocalDate.ofInstant(recorded().at(), ZoneOffset.UTC),
                    Place.unknown(),
                    Certainty.UNKNOWN,
                    "",
                    StageDetails.none());
            readAs(unknown, becoming(""));
        }
    }

    @Override
    protected NewStage inCopy(NewStage said, RowCopy copy) {
        return said.on(said.details().leg().flatMap(copy::known));
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        participantId = copy.of(participantId);
        legId = Optional.ofNullable(legId).flatMap(copy::known).orElse(null);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> columns() {
        return List.of(participantId, position, stage, Optional.ofNullable(brokerId), Optional.ofNullable(legId));
    }

    /** What was reported, as it was reported. */
    public NewStage reported() {
        return words();
    }

    public StageDetails details() {
        return words().details();
    }

    public ParticipantId participant() {
        return participantId;
    }

    @Override
    public Set<ParticipantId> whom() {
        return Set.of(participantId);
    }

    /** The place in the journey, from 1; a correction has the place of the entry it replaces. */
    public int position() {
        return position;
    }

    public Stage stage() {
        return stage;
    }

    public PartialDate happened() {
        return words().happened();
    }

    /** The day on which the organisation learned of it. */
    public LocalDate knownOn() {
        return words().knownOn();
    }

    public Place place() {
        return words().place();
    }

    /** The country of its place; empty if not known. */
    public String country() {
        return place().country();
    }

    public Certainty certainty() {
        return words().certainty();
    }

    public String reason() {
        return words().reason();
    }

    /** The broker whom it names; empty if it names none. */
    public Optional<BrokerId> broker() {
        return details().broker();
    }

    /** The leg that it names; empty if it names none. */
    public Optional<EntryId> leg() {
        return details().leg();
    }

    public Departure departure() {
        return details().departure();
    }

    /** What was asked before the departure. */
    public Checklist checklist() {
        return details().checklist();
    }

    public GoalKnown goalKnown() {
        return details().goalKnown();
    }

    /** How an attempt ended; empty if it says nothing of one. */
    public Optional<AttemptOutcome> attemptOutcome() {
        return details().attemptOutcome();
    }
}
