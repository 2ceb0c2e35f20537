package org.durumi.work;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is to be heard of, as it was agreed with them. One stands for a person; something else that is agreed is another one.
 * How far others have been told that they were not heard of is its {@link CheckInClimb}.
 */
@Entity
@Table(name = "check_in_plan")
public class CheckInPlan extends ChangingRow<CheckInPlan.Agreed, CheckInPlan.Standing> {
    private static final SealedColumn<Agreed> AGREED = new SealedColumn<>("check_in_plan", "sealed", Agreed.class);
    private static final SealedColumn<Standing> STATE =
            new SealedColumn<>("check_in_plan", "sealed_state", Standing.class);
    private static final SealedColumn<CodeWords> WORDS =
            new SealedColumn<>("check_in_plan", "sealed_words", CodeWords.class);

    /** The minutes of half an hour: grace is at most half of the interval. */
    private static final int HALF_AN_HOUR = 30;

    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private CheckInState state;

    private @Nullable Signed changed;
    private Sealed sealedWords;

    record Agreed(
            int intervalHours,
            int graceMinutes,
            Optional<Integer> quietFrom,
            Optional<Integer> quietTo,
            String reach) {}

    /**
     * What became of it.
     *
     * @param due when somebody is to be heard of next, as of the last time that they were; says nothing once it ended
     * @param why it was paused, ended or went on
     */
    record Standing(Instant due, Optional<PlanEnd> ended, String why) {}

    @SuppressWarnings("NullAway.Init")
    protected CheckInPlan() {
        super(AGREED, STATE); // Hibernate
    }

    private CheckInPlan(
            CaseFile file, ParticipantId who, Agreed agreed, CodeWords words, Instant due, Recording recording) {
        super(AGREED, STATE, file.id());
        participantId = who;
        state = CheckInState.STANDS;
        say(agreed, recording);
        sealedWords = WORDS.seal(words, id().value(), recording.key(), participantId);
        keep(new Standing(due, Optional.empty(), ""), recording.key());
    }

    /**
     * @param due the first check-in
     * @throws RuleViolation at the field that contradicts another
     */
    static CheckInPlan agree(
            CaseFile file, ParticipantId who, NewCheckInPlan told, CodeWords words, Instant due, Recording recording) {
        check(told);
        Agreed agreed =
                new Agreed(told.intervalHours(), told.graceMinutes(), told.quietFrom(), told.quietTo(), told.reach());
        return new CheckInPlan(file, who, agreed, words, due, recording);
    }

    private static void check(NewCheckInPlan told) {
        if (told.graceMinutes() > told.intervalHours() * HALF_AN_HOUR) {
            throw RuleViolation.at("graceMinutes", "check-in.grace.too-long");
        }
        if (told.quietFrom().isPresent() != told.quietTo().isPresent()
                || told.quietFrom().isPresent() && told.quietFrom().equals(told.quietTo())) {
            throw RuleViolation.at("quietTo", "check-in.quiet.both");
        }
    }

    /** What was agreed stands again, after it had ended by mistake. */
    CheckInPlan again(CaseFile file, CodeWords words, Instant due, Recording recording) {
        return new CheckInPlan(file, participantId, words(), words, due, recording);
    }

    /** Somebody was heard of; who is held is awaited no more for it. */
    void heard(Instant due, Recording recording) {
        if (state != CheckInState.HELD) {
            become(CheckInState.STANDS, new Standing(due, Optional.empty(), ""), recording);
        }
    }

    void pause(Instant until, String why, Recording recording) {
        become(CheckInState.PAUSED, new Standing(until, Optional.empty(), why.strip()), recording);
    }

    void hold(Recording recording) {
        become(CheckInState.HELD, new Standing(due(), Optional.empty(), ""), recording);
    }

    void release(Instant due, Recording recording) {
        become(CheckInState.STANDS, new Standing(due, Optional.empty(), ""), recording);
    }

    void end(PlanEnd how, String why, Recording recording) {
        become(CheckInState.ENDED, new Standing(due(), Optional.of(how), why.strip()), recording);
    }

    private void become(CheckInState next, Standing said, Recording recording) {
        state = next;
        changed = recording.signed();
        keep(said, recording.key());
    }

    /** Those of the copy are opened too. */
    void copyInto(RowCopy copy, CaseKey read) {
        CodeWords said = codeWords(read);
        copyInto(copy);
        sealedWords = WORDS.seal(said, id().value(), copy.key(), participantId);
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        participantId = copy.of(participantId);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(state, changed().map(Signed::by), changed().map(Signed::at));
    }

    /** @param key that was handed out for these words */
    CodeWords codeWords(CaseKey key) {
        return WORDS.read(WORDS.open(sealedWords, id().value(), key, participantId));
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** Tells it as it stands from every other plan, and from itself before a change: each new plan begins its versions anew. */
    public int edition() {
        return Objects.hash(id(), version()) & Integer.MAX_VALUE;
    }

    public CheckInState state() {
        return state;
    }

    /** Whether others are told when somebody is not heard of. */
    public boolean awaits() {
        return state == CheckInState.STANDS || state == CheckInState.PAUSED;
    }

    public boolean isEnded() {
        return state == CheckInState.ENDED;
    }

    /** Whether somebody has paused it, and that is not over. */
    public boolean isPausedAt(Instant now) {
        return state == CheckInState.PAUSED && due().isAfter(now);
    }

    /** Who changed last what became of it, and when; empty if nobody has. */
    public Optional<Signed> changed() {
        return Optional.ofNullable(changed);
    }

    public int intervalHours() {
        return words().intervalHours();
    }

    Duration interval() {
        return Duration.ofHours(intervalHours());
    }

    public int graceMinutes() {
        return words().graceMinutes();
    }

    public Optional<Integer> quietFrom() {
        return words().quietFrom();
    }

    public Optional<Integer> quietTo() {
        return words().quietTo();
    }

    public String reach() {
        return words().reach();
    }

    /** When somebody was to be heard of next, as of the last time that they were. */
    public Instant due() {
        return became().due();
    }

    /** Why it ended; empty as long as it has not. */
    public Optional<PlanEnd> ended() {
        return became().ended();
    }

    /** Why it was paused or ended; may be empty. */
    public String why() {
        return became().why();
    }

    /** The same as it was agreed, without the words that are sealed apart. */
    public NewCheckInPlan known() {
        return new NewCheckInPlan(intervalHours(), graceMinutes(), quietFrom(), quietTo(), reach(), "", "");
    }
}
