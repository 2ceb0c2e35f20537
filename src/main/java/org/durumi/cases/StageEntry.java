package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.VisibleText;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * One line of a participant's journey. It is never overwritten: a correction adds an entry in the same place and strikes
 * this one, visibly. An entry that waits for a supervisor counts at once.
 *
 * <p>In clear stands only its stage. A stored entry says the rest after it was {@link #open opened}; one that somebody else
 * changed is nowhere known to have happened.
 */
@Entity
@Table(name = "stage_entry")
public class StageEntry extends ChangingRow<NewStage, StageEntry.Became> {
    private static final SealedColumn<NewStage> SAID = new SealedColumn<>("stage_entry", "sealed", NewStage.class);
    private static final SealedColumn<Became> BECAME = new SealedColumn<>("stage_entry", "sealed_state", Became.class);

    private ParticipantId participantId;
    private int position;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private @Nullable BrokerId brokerId;
    private @Nullable EntryId legId;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    private @Nullable Signed decided;
    private @Nullable EntryId replaces;
    private @Nullable Signed struck;

    /** @param strikeReason why it was struck; empty if it stands */
    record Became(String strikeReason) {}

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
        super(SAID, BECAME, participant.caseId());
        this.participantId = participant.id();
        this.position = position;
        this.stage = reported.stage();
        this.brokerId = reported.details().broker().orElse(null);
        this.legId = reported.details().leg().orElse(null);
        this.confirmation = confirmation;
        this.replaces = replaces.orElse(null);
        say(reported, recording);
        keep(new Became(""), recording.key());
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
            readAs(unknown, new Became(""));
        }
    }

    @Override
    protected List<Object> inClear() {
        return List.of(
                participantId,
                position,
                stage,
                Optional.ofNullable(brokerId),
                Optional.ofNullable(legId),
                Optional.ofNullable(replaces));
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(
                confirmation,
                decided().map(Signed::by),
                decided().map(Signed::at),
                struck().map(Signed::by),
                struck().map(Signed::at));
    }

    /**
     * A supervisor confirms the entry.
     *
     * @throws RuleViolation if it does not wait, was struck, or the supervisor recorded it
     */
    void confirm(Recording recording) {
        decide(recording.signed());
        confirmation = Confirmation.CONFIRMED;
        keep(became(), recording.key());
    }

    /**
     * A supervisor does not confirm the entry: it is struck, with the reason.
     *
     * @throws RuleViolation if it does not wait, was struck, or the supervisor recorded it; or the reason is empty
     */
    void sendBack(String why, Recording recording) {
        if (VisibleText.isEmpty(why)) {
            throw RuleViolation.at("reason", "entry.reason.missing");
        }
        decide(recording.signed());
        confirmation = Confirmation.SENT_BACK;
        strike(why, recording);
    }

    private void decide(Signed supervisor) {
        if (!isWaiting()) {
            throw new RuleViolation("entry.not-waiting");
        }
        if (recorded().by().equals(supervisor.by())) {
            throw new RuleViolation("entry.own");
        }
        decided = supervisor;
    }

    /** @throws RuleViolation if it has been struck already */
    void strike(String why, Recording recording) {
        if (!stands()) {
            throw new RuleViolation("entry.struck");
        }
        struck = recording.signed();
        keep(new Became(why), recording.key());
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

    public Confirmation confirmation() {
        return confirmation;
    }

    /** Who confirmed it or sent it back; empty if nobody has. */
    public Optional<Signed> decided() {
        return Optional.ofNullable(decided);
    }

    /** The entry that this one corrects; empty if it is no correction. */
    public Optional<EntryId> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** Whether a supervisor still has to confirm it. */
    public boolean isWaiting() {
        return confirmation == Confirmation.WAITING && stands();
    }

    /** Whether it counts: it was not struck. */
    public boolean stands() {
        return struck == null;
    }

    /** Empty while it stands. */
    public Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }

    /** Why it was struck; empty if it stands. */
    public String strikeReason() {
        return became().strikeReason();
    }
}
