package org.durumi.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must look at a participant's risk: raised, acknowledged, acted on, resolved – or dismissed with a reason. For
 * each participant and group of rules one is open at a time; firing again updates it.
 */
@Entity
@Table(name = "risk_alert")
public class RiskAlert extends ChangingRow<RiskAlert.Fact, RiskAlert.Told> {
    private static final SealedColumn<Fact> FACT = new SealedColumn<>("risk_alert", "sealed", Fact.class);
    private static final SealedColumn<Told> TOLD = new SealedColumn<>("risk_alert", "sealed_state", Told.class);
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private RuleGroup ruleGroup;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(insertable = false, updatable = false)
    private short levelRank;

    @Enumerated(EnumType.STRING)
    private AlertState state;

    private Instant raisedAt;
    private Instant dueAt;

    private @Nullable Signed seen;
    private @Nullable Signed acknowledged;
    private @Nullable Signed acted;
    private @Nullable Signed closed;
    private @Nullable Instant lapsedAt;

    /** @param content what fired, in a stable form; a closed alert is not raised again for the same */
    record Fact(String content) {}

    /**
     * @param action what was done about it; empty if nothing was
     * @param closeReason why it was dismissed, or why whom it is about was taken out of the case; else empty
     */
    record Told(String action, String closeReason) {}

    protected RiskAlert() {
        super(FACT, TOLD); // Hibernate
    }

    private RiskAlert(
            CaseId caseId, ParticipantId who, RuleGroup group, Level level, String content, Recording recording) {
        super(FACT, TOLD, caseId);
        this.participantId = who;
        this.ruleGroup = group;
        this.level = level;
        this.state = AlertState.RAISED;
        this.raisedAt = recording.signed().at();
        this.dueAt = raisedAt.plus(level.acknowledgeWithin());
        say(new Fact(content), recording);
        keep(new Told("", ""), recording.key());
    }

    static RiskAlert raise(
            CaseId caseId, ParticipantId who, RuleGroup group, Level level, String content, Recording recording) {
        return new RiskAlert(caseId, who, group, level, content, recording);
    }

    @Override
    public void open(CaseKey key) {
        if (!key.opens(id().value(), () -> super.open(key))) {
            readAs(new Fact(""), new Told("", ""));
            level = level.or(Level.HIGH);
        }
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId, ruleGroup);
    }

    @Override
    protected List<Object> stateInClear() {
        return Stream.concat(
                        Stream.of(level, state, raisedAt, dueAt, lapsedAt()),
                        Stream.of(seen(), acknowledged(), acted(), closed())
                                .flatMap(each -> Stream.of(each.map(Signed::by), each.map(Signed::at))))
                .toList();
    }

    /** It happened once more: somebody must acknowledge it anew. */
    void happenAgain(Level reached, Recording recording) {
        say(words(), recording);
        raiseAgain(reached, recording);
    }

    private void raiseAgain(Level reached, Recording recording) {
        level = reached;
        state = AlertState.RAISED;
        seen = null;
        acknowledged = null;
        raisedAt = recording.signed().at();
        dueAt = raisedAt.plus(level.acknowledgeWithin());
        keep(became(), recording.key());
    }

    /**
     * The rule has fired again. A higher level must be acknowledged anew; a lower one keeps what was done.
     *
     * @return whether anything changed
     */
    boolean fire(Level reached, String found, Recording recording) {
        if (reached == level && found.equals(words().content())) {
            return false;
        }
        say(new Fact(found), recording);
        if (reached.isAtLeast(level) && reached != level) {
            raiseAgain(reached, recording);
        }
        level = reached;
        keep(became(), recording.key());
        return true;
    }

    /** The rule no longer fires. */
    void lapse(Recording recording) {
        lapse(closeReason(), recording);
    }

    /**
     * Nobody looks at it here any more.
     *
     * @param why whom it is about was taken out of the case; what is found of them if they are put in again is raised again
     */
    void lapse(String why, Recording recording) {
        state = AlertState.RESOLVED;
        lapsedAt = recording.signed().at();
        keep(new Told(actionTaken(), why), recording.key());
    }

    /** The same of somebody in a case of their own; what happened to them is said there. */
    RiskAlert again(CaseId there, ParticipantId who, String content, Recording recording) {
        return raise(there, who, ruleGroup, level, content, recording);
    }

    /** What fired. */
    String content() {
        return words().content();
    }

    /** The entry that says what happened; empty if a rule fired. */
    Optional<EntryId> entry() {
        return Optional.of(content())
                .filter(each -> ENTRY.matcher(each).matches())
                .map(EntryId::of);
    }

    /** Whether only a person resolves it: it is about something that has happened. */
    boolean isAboutAnEvent() {
        return ruleGroup.isEvent();
    }

    /** Whether a person has closed it when exactly this had been found. */
    boolean wasClosedFor(Level reached, String found) {
        return closed != null && level.isAtLeast(reached) && words().content().equals(found);
    }

    /** Whether nobody has looked yet at what somebody changed in the case past the application. */
    boolean distrustsTheCase() {
        return ruleGroup == RuleGroup.CHANGED_OUTSIDE && state.isOpen();
    }

    /** Whether it still waits for somebody to acknowledge it, whatever else was done about it. */
    public boolean isUnacknowledged() {
        return state.isOpen() && acknowledged == null;
    }

    /** Whether only a supervisor acknowledges it: others may say that they have seen it. */
    public boolean isForSupervisors() {
        return isChangedOutside() || level.isAtLeast(Level.HIGH);
    }

    /**
     * Somebody says that they have seen it: that acknowledges it, unless it is for supervisors and they are none.
     *
     * @throws RuleViolation if it is acknowledged or closed, or seen by somebody who could do no more
     */
    void acknowledge(int known, Recording recording, boolean supervisor) {
        boolean suffices = supervisor || !isForSupervisors();
        require(known, isUnacknowledged() && (suffices || seen == null));
        notice(recording.signed(), suffices);
        keep(became(), recording.key());
    }

    private void notice(Signed who, boolean suffices) {
        if (suffices && acknowledged == null) {
            acknowledged = who;
            state = state == AlertState.RAISED ? AlertState.ACKNOWLEDGED : state;
        } else if (seen == null) {
            seen = who;
        }
    }

    /**
     * Something was done about it. Who acts has seen it.
     *
     * @param what in the caseworker's words
     * @throws RuleViolation if it is closed, or nothing is said
     */
    void act(String what, int known, Recording recording, boolean supervisor) {
        require(known, state.isOpen());
        Told told = new Told(text("action", what, "alert.action.missing"), closeReason());
        notice(recording.signed(), supervisor || !isForSupervisors());
        state = AlertState.ACTED_ON;
        acted = recording.signed();
        keep(told, recording.key());
    }

    /** @throws RuleViolation if nobody has acted on it, it is closed, or a supervisor has not acknowledged it */
    void resolve(int known, Recording recording, boolean supervisor) {
        require(known, state == AlertState.ACTED_ON);
        // Whoever changed it past the application may have written a supervisor's word for it.
        if (supervisor && (acknowledged == null || isChangedOutside())) {
            acknowledged = recording.signed();
        }
        if (acknowledged == null || isChangedOutside() && !supervisor) {
            throw new RuleViolation("alert.resolve.unacknowledged", level);
        }
        close(AlertState.RESOLVED, became(), recording);
    }

    /** @throws RuleViolation if it is closed, or no reason is given */
    void dismiss(String reason, int known, Recording recording) {
        require(known, state.isOpen());
        Told told = new Told(actionTaken(), text("reason", reason, "alert.reason.missing"));
        close(AlertState.DISMISSED, told, recording);
    }

    private void close(AlertState how, Told told, Recording recording) {
        state = how;
        closed = recording.signed();
        keep(told, recording.key());
    }

    private void require(int known, boolean possible) {
        requireUnchanged(known);
        if (!possible) {
            throw new RuleViolation("alert.not-possible", state);
        }
    }

    private static String text(String field, String given, String missing) {
        String text = given.strip();
        if (VisibleText.isEmpty(text)) {
            throw RuleViolation.at(field, missing);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw RuleViolation.at(field, "alert.text.too-long", LONGEST_TEXT);
        }
        return text;
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** What it is about. The text «RuleGroup.X» names it, «alert.X» says what happened. */
    public RuleGroup group() {
        return ruleGroup;
    }

    public Level level() {
        return level;
    }

    public AlertState state() {
        return state;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    /** By when somebody must have acknowledged it. */
    public Instant dueAt() {
        return dueAt;
    }

    public boolean isOverdueAt(Instant moment) {
        return isUnacknowledged() && dueAt.isBefore(moment);
    }

    /** When what it is about changed last. */
    public Instant firedAt() {
        return recorded().at();
    }

    /** Who has seen it without being able to acknowledge it; empty if nobody has. */
    public Optional<Signed> seen() {
        return Optional.ofNullable(seen);
    }

    public Optional<Signed> acknowledged() {
        return Optional.ofNullable(acknowledged);
    }

    public Optional<Signed> acted() {
        return Optional.ofNullable(acted);
    }

    /** What was done; empty if nothing was recorded. */
    public String actionTaken() {
        return became().action();
    }

    /** Who resolved or dismissed it; empty while it is open, and when its rule simply no longer fired. */
    public Optional<Signed> closed() {
        return Optional.ofNullable(closed);
    }

    /** When its rule no longer fired; empty while it is open, and when somebody closed it. */
    public Optional<Instant> lapsedAt() {
        return Optional.ofNullable(lapsedAt);
    }

    /** Why it was dismissed, or why whom it is about was taken out of the case; empty otherwise. */
    public String closeReason() {
        return became().closeReason();
    }
}
