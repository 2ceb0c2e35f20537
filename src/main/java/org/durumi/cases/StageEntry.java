package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.DateSpan;
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
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.durumi.vault.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One line of a participant's journey. It is never overwritten: a correction adds an entry in the same place and strikes
 * this one, visibly. An entry that waits for a supervisor counts at once.
 *
 * <p>Its texts are sealed. A stored entry says them after it was {@link #open opened}; everything else it says at once.
 */
@Entity
@Table(name = "stage_entry")
public class StageEntry extends CaseRow<EntryWords> {
    private static final SealedColumn<EntryWords> WORDS = new SealedColumn<>("stage_entry", "sealed", EntryWords.class);
    private static final SealedText STRIKE = new SealedText("stage_entry", "sealed_strike");

    private ParticipantId participantId;
    private int position;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private DateSpan happened;
    private LocalDate knownOn;
    private String placeCountry;

    @Enumerated(EnumType.STRING)
    private Certainty certainty;

    private @Nullable BrokerId brokerId;
    private @Nullable EntryId legId;

    @Enumerated(EnumType.STRING)
    private Departure departure;

    private Checklist checklist;

    @Enumerated(EnumType.STRING)
    private Answer acknowledged;

    @Enumerated(EnumType.STRING)
    private GoalKnown goalKnown;

    @Enumerated(EnumType.STRING)
    private ReturnKind returnKind;

    @Enumerated(EnumType.STRING)
    private @Nullable AttemptOutcome attemptOutcome;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    private @Nullable Signed decided;
    private @Nullable EntryId replaces;
    private @Nullable Signed struck;
    private Sealed sealedStrike = Sealed.nothing();

    protected StageEntry() {
        super(WORDS); // Hibernate
    }

    private StageEntry(
            Participant participant, int position, NewStage reported, Confirmation confirmation, Recording recording) {
        super(WORDS, participant.caseId(), EntryWords.of(reported), recording);
        this.participantId = participant.id();
        this.position = position;
        this.stage = reported.stage();
        this.happened = DateSpan.of(reported.happened());
        this.knownOn = reported.knownOn();
        this.placeCountry = reported.place().country();
        this.certainty = reported.certainty();
        this.confirmation = confirmation;
        StageDetails details = reported.details();
        this.brokerId = details.broker().orElse(null);
        this.legId = details.leg().orElse(null);
        this.departure = details.departure();
        this.checklist = details.checklist();
        this.acknowledged = details.acknowledged();
        this.goalKnown = details.goalKnown();
        this.returnKind = details.returnKind();
        this.attemptOutcome = details.attemptOutcome().orElse(null);
    }

    /** Records what was reported, in this place of the journey. */
    static StageEntry of(
            Participant participant, int position, NewStage reported, Confirmation confirmation, Recording recording) {
        return new StageEntry(participant, position, reported, confirmation, recording);
    }

    @Override
    public void open(CaseKey key) {
        super.open(key);
        sealedStrike = STRIKE.open(sealedStrike, id().value(), key);
    }

    /** This entry stands in place of another, which it corrects. */
    StageEntry replacing(StageEntry wrong) {
        replaces = wrong.id();
        return this;
    }

    /**
     * A supervisor confirms the entry.
     *
     * @throws RuleViolation if it does not wait, was struck, or the supervisor recorded it
     */
    void confirm(Signed supervisor) {
        decide(supervisor);
        confirmation = Confirmation.CONFIRMED;
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
        sealedStrike = STRIKE.seal(why, id().value(), recording.key());
    }

    /** What was reported, as it was reported. */
    public NewStage reported() {
        return new NewStage(stage, happened(), knownOn, place(), certainty, reason(), details());
    }

    public StageDetails details() {
        return new StageDetails(
                broker(),
                leg(),
                departure,
                checklist,
                words().authority(),
                words().facility(),
                acknowledged,
                goalKnown,
                returnKind,
                attemptOutcome());
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
        return happened.inTheWords(words().happened());
    }

    /** When it happened, without the words of the source, which are sealed. */
    public DateSpan span() {
        return happened;
    }

    /** The day on which the organisation learned of it. */
    public LocalDate knownOn() {
        return knownOn;
    }

    public Place place() {
        return new Place(words().place(), placeCountry);
    }

    /** The country of its place; empty if not known. */
    public String country() {
        return placeCountry;
    }

    public Certainty certainty() {
        return certainty;
    }

    public String reason() {
        return words().reason();
    }

    /** The broker whom it names; empty if it names none. */
    public Optional<BrokerId> broker() {
        return Optional.ofNullable(brokerId);
    }

    /** The leg that it names; empty if it names none. */
    public Optional<EntryId> leg() {
        return Optional.ofNullable(legId);
    }

    public Departure departure() {
        return departure;
    }

    /** What was asked before the departure. */
    public Checklist checklist() {
        return checklist;
    }

    public GoalKnown goalKnown() {
        return goalKnown;
    }

    /** How an attempt ended; empty if it says nothing of one. */
    public Optional<AttemptOutcome> attemptOutcome() {
        return Optional.ofNullable(attemptOutcome);
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
        return STRIKE.read(sealedStrike);
    }
}
