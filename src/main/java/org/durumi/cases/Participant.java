package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** A person in a case: «Participant A», with a journey of their own. Names live elsewhere. */
@Entity
@Table(name = "participant")
public class Participant {
    private static final int LETTERS = 26;
    private static final SealedColumn<NewParticipant> SAID =
            new SealedColumn<>("participant", "sealed", NewParticipant.class);
    private static final SealedColumn<Nothing> STANDS =
            new SealedColumn<>("participant", "sealed_state", Nothing.class);

    @EmbeddedId
    private ParticipantId id;

    private CaseId caseId;
    private String label;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private EntryId standingEntry;
    private int position;
    private @Nullable EntryId takenOut;
    private Sealed sealed;
    private Sealed sealedState;

    @Transient
    private boolean changedOutside;

    @Version
    private int version;

    protected Participant() {} // Hibernate

    /** Enters a case as its nth person, from 0; the first is «A». The first entry of the journey follows. */
    static Participant enter(CaseId caseId, int nth, NewParticipant known, CaseKey key) {
        return enter(caseId, nth, known, ParticipantId.create(), key);
    }

    private static Participant enter(CaseId caseId, int nth, NewParticipant known, ParticipantId who, CaseKey key) {
        Participant participant = new Participant();
        participant.id = who;
        participant.caseId = caseId;
        participant.label = labelOf(nth);
        participant.take(known, key);
        return participant;
    }

    private static String labelOf(int nth) {
        String last = String.valueOf((char) ('A' + nth % LETTERS));
        return nth < LETTERS ? last : (char) ('A' + nth / LETTERS - 1) + last;
    }

    private void take(NewParticipant known, CaseKey key) {
        sealed = SAID.seal(known, id.value(), key, label);
    }

    /** From now on it says what is known of the person; nothing, if somebody else changed it. */
    void open(CaseKey key) {
        changedOutside = !key.opens(id.value(), () -> {
            sealed = SAID.open(sealed, id.value(), key, label);
            sealedState = STANDS.open(sealedState, id.value(), key, stateInClear());
        });
        if (changedOutside) {
            sealed = SAID.readAs(sealed, NewParticipant.unknown());
        }
    }

    /** Whoever is said to be out is so only if the application said it: what they are told apart by is not read. */
    Participant verified(CaseKey key) {
        if (takenOut != null) {
            changedOutside = !key.opens(id.value(), () -> STANDS.open(sealedState, id.value(), key, stateInClear()));
        }
        return this;
    }

    private Object[] stateInClear() {
        // Only of who is out the row that says so: those who are in are sealed as they ever were.
        return takenOut == null
                ? new Object[] {stage, standingEntry, position}
                : new Object[] {stage, standingEntry, position, takenOut};
    }

    private void keepState(CaseKey key) {
        sealedState = STANDS.seal(new Nothing(), id.value(), key, stateInClear());
    }

    /** The same person as nth of another case, where their journey goes with them. */
    Participant inCopy(int nth, RowCopy copy) {
        Participant there = enter(copy.into(), nth, known(), copy.of(id), copy.key());
        there.stage = stage;
        there.standingEntry = copy.id(standingEntry);
        there.position = position;
        there.keepState(copy.key());
        return there;
    }

    /** @throws RuleViolation if somebody has taken them out already */
    void takeOut(TakenOut act, CaseKey key) {
        requireIn();
        takenOut = act.id();
        keepState(key);
    }

    /** @throws RuleViolation if nobody has taken them out */
    void putBack(CaseKey key) {
        if (isIn()) {
            throw new RuleViolation("taken-out.is-in");
        }
        takenOut = null;
        keepState(key);
    }

    /**
     * Whether the person is in the case: nobody has taken them out. As long as somebody else than the application changed what is
     * known of them, they are.
     */
    public boolean isIn() {
        return takenOut == null || changedOutside;
    }

    /** @throws RuleViolation if somebody has taken them out: nothing is recorded of them here any more */
    void requireIn() {
        if (!isIn()) {
            throw new RuleViolation("taken-out.not-in");
        }
    }

    /** Whether somebody else than the application changed what is known of them, as far as it was opened. */
    public boolean isChangedOutside() {
        return changedOutside;
    }

    /**
     * Changes what is known of the person.
     *
     * @param seen the version that the caseworker had before them
     * @throws ChangedMeanwhile if somebody else was faster
     */
    void change(NewParticipant known, int seen, CaseKey key) {
        requireUnchanged(seen);
        take(known, key);
    }

    /** The first entry of the journey, at intake. */
    StageEntry begin(NewStage first, Recording recording) {
        return stand(StageEntry.of(this, 1, first, Confirmation.NOT_NEEDED, recording), recording.key());
    }

    /**
     * Enters the next stage.
     *
     * @param journey the entries that stand; the last is where they are
     * @return the entry to append
     * @throws IllegalStageChange if the journey does not lead there
     * @throws RuleViolation at the field that the stage asks for
     */
    StageEntry enter(NewStage reported, StandingEntries journey, Recording recording, StageRules rules) {
        if (!stage.mayBecome(reported.stage())) {
            throw new IllegalStageChange(stage, reported.stage());
        }
        rules.check(journey, reported);
        Confirmation needed = rules.needsConfirmation(stage, reported) ? Confirmation.WAITING : Confirmation.NOT_NEEDED;
        return stand(StageEntry.of(this, position + 1, reported, needed, recording), recording.key());
    }

    /**
     * Corrects an entry of the past or the one that stands: the new entry takes its place, the old one is struck. A
     * supervisor confirms it.
     *
     * @param journey the entries that stand, the wrong one among them
     * @return the entry to append
     * @throws IllegalStageChange if the corrected journey would not hold together
     * @throws RuleViolation if the wrong entry has been struck already, the reason is missing, or a field is
     */
    StageEntry correct(
            StageEntry wrong,
            StandingEntries journey,
            NewStage reported,
            String why,
            Recording recording,
            StageRules rules) {
        CorrectableRow.requireReason("correctionReason", why);
        StandingEntries before = journey.before(wrong.position());
        before.last().ifPresent(entry -> requireWay(entry.stage(), reported.stage()));
        journey.at(wrong.position() + 1).ifPresent(entry -> requireWay(reported.stage(), entry.stage()));
        rules.check(before, reported);
        wrong.strike(why, recording);
        StageEntry corrected = StageEntry.inPlaceOf(wrong, this, reported, Confirmation.WAITING, recording);
        return wrong.position() == position ? stand(corrected, recording.key()) : corrected;
    }

    /**
     * A supervisor sent an entry back that was no correction: the journey stands where it stood before.
     *
     * @throws RuleViolation if the journey has gone on since; then the entry is corrected instead
     */
    void standAgainOn(StageEntry before, StageEntry sentBack, CaseKey key) {
        if (sentBack.position() != position) {
            throw new RuleViolation("entry.overtaken");
        }
        stand(before, key);
    }

    /**
     * A supervisor sent a correction back: what it replaced, opened, is recorded again in its place. If that waited, it waits
     * again, for another supervisor.
     */
    StageEntry restore(StageEntry original, StageEntry sentBack, Recording recording) {
        Confirmation needed =
                original.confirmation() == Confirmation.WAITING ? Confirmation.WAITING : Confirmation.NOT_NEEDED;
        StageEntry restored = StageEntry.inPlaceOf(sentBack, this, original.reported(), needed, recording);
        return sentBack.position() == position ? stand(restored, recording.key()) : restored;
    }

    private StageEntry stand(StageEntry entry, CaseKey key) {
        stage = entry.stage();
        standingEntry = entry.id();
        position = entry.position();
        keepState(key);
        return entry;
    }

    private static void requireWay(Stage from, Stage to) {
        if (!from.mayBecome(to)) {
            throw new IllegalStageChange(from, to);
        }
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void requireUnchanged(int seen) {
        ChangedMeanwhile.unless(seen == version);
    }

    public ParticipantId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    /** The letter of the pseudonym: A in «Participant A». */
    public String label() {
        return label;
    }

    public ParticipantRole role() {
        return known().role();
    }

    public AgeBand ageBand() {
        return known().ageBand();
    }

    public Sex sex() {
        return known().sex();
    }

    /** Whether the person belonged to the elite. */
    public Answer elite() {
        return known().elite();
    }

    /** Whether a minor travels without an adult of their own. */
    public Answer unaccompanied() {
        return known().unaccompanied();
    }

    /** What is known of the person. */
    public NewParticipant known() {
        return SAID.read(sealed);
    }

    /** Where the person stands now. */
    public Stage stage() {
        return stage;
    }

    /** The entry that says so. */
    public EntryId standingEntry() {
        return standingEntry;
    }

    public int version() {
        return version;
    }
}
