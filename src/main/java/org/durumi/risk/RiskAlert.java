package org.durumi.risk;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must look at a participant's risk: raised, acknowledged, acted on, resolved – or dismissed with a reason. For
 * each participant and group of rules one is open at a time; firing again updates it.
 */
@Entity
@Table(name = "risk_alert")
public class RiskAlert {
    private static final SealedText ACTION = new SealedText("risk_alert", "sealed_action");
    private static final SealedText CLOSE = new SealedText("risk_alert", "sealed_close");
    private static final int LONGEST_TEXT = 1000;

    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private RuleGroup ruleGroup;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(insertable = false, updatable = false)
    private short levelRank;

    private String content;

    @Enumerated(EnumType.STRING)
    private AlertState state;

    private Instant raisedAt;
    private Instant dueAt;
    private Instant firedAt;

    private @Nullable Signed seen;
    private @Nullable Signed acknowledged;
    private @Nullable Signed acted;
    private Sealed sealedAction = Sealed.nothing();
    private @Nullable Signed closed;
    private @Nullable Instant lapsedAt;
    private Sealed sealedClose = Sealed.nothing();

    @Version
    private int version;

    protected RiskAlert() {} // Hibernate

    /** @param content what fired, in a stable form; a closed alert is not raised again for the same */
    static RiskAlert raise(
            CaseFile file, ParticipantId who, RuleGroup group, Level level, String content, Instant now) {
        RiskAlert alert = new RiskAlert();
        alert.id = EntryId.create();
        alert.caseId = file.id();
        alert.participantId = who;
        alert.ruleGroup = group;
        alert.content = content;
        alert.raiseAgain(level, now);
        return alert;
    }

    /** It happened once more: somebody must acknowledge it anew. */
    void raiseAgain(Level reached, Instant now) {
        level = reached;
        state = AlertState.RAISED;
        seen = null;
        acknowledged = null;
        raisedAt = now;
        firedAt = now;
        dueAt = now.plus(level.acknowledgeWithin());
    }

    /**
     * The rule has fired again. A higher level must be acknowledged anew; a lower one keeps what was done.
     *
     * @return whether anything changed
     */
    boolean fire(Level reached, String found, Instant now) {
        if (reached == level && found.equals(content)) {
            return false;
        }
        content = found;
        if (reached.isAtLeast(level) && reached != level) {
            raiseAgain(reached, now);
        }
        level = reached;
        firedAt = now;
        return true;
    }

    /** The rule no longer fires. */
    void lapse(Instant now) {
        state = AlertState.RESOLVED;
        lapsedAt = now;
    }

    /** Whether only a person resolves it: it is about something that has happened. */
    boolean isAboutAnEvent() {
        return ruleGroup.isEvent();
    }

    /** Whether a person has closed it when exactly this had been found. */
    boolean wasClosedFor(Level reached, String found) {
        return closed != null && level.isAtLeast(reached) && content.equals(found);
    }

    /** Whether it still waits for somebody to acknowledge it, whatever else was done about it. */
    public boolean isUnacknowledged() {
        return state.isOpen() && acknowledged == null;
    }

    /** Whether only a supervisor acknowledges it: others may say that they have seen it. */
    public boolean isForSupervisors() {
        return level.isAtLeast(Level.HIGH);
    }

    /**
     * Somebody says that they have seen it: that acknowledges it, unless it is for supervisors and they are none.
     *
     * @throws RuleViolation if it is acknowledged or closed, or seen by somebody who could do no more
     */
    void acknowledge(int known, Signed who, boolean supervisor) {
        boolean suffices = supervisor || !isForSupervisors();
        require(known, isUnacknowledged() && (suffices || seen == null));
        notice(who, suffices);
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
        sealedAction = ACTION.seal(text("action", what, "alert.action.missing"), id.value(), recording.key());
        notice(recording.signed(), supervisor || !isForSupervisors());
        state = AlertState.ACTED_ON;
        acted = recording.signed();
    }

    /** @throws RuleViolation if nobody has acted on it, it is closed, or a supervisor has not acknowledged it */
    void resolve(int known, Signed who, boolean supervisor) {
        require(known, state == AlertState.ACTED_ON);
        if (supervisor && acknowledged == null) {
            acknowledged = who;
        }
        if (acknowledged == null) {
            throw new RuleViolation("alert.resolve.unacknowledged", level);
        }
        close(AlertState.RESOLVED, who);
    }

    /** @throws RuleViolation if it is closed, or no reason is given */
    void dismiss(String reason, int known, Recording recording) {
        require(known, state.isOpen());
        sealedClose = CLOSE.seal(text("reason", reason, "alert.reason.missing"), id.value(), recording.key());
        close(AlertState.DISMISSED, recording.signed());
    }

    private void close(AlertState how, Signed who) {
        state = how;
        closed = who;
    }

    private void require(int known, boolean possible) {
        ChangedMeanwhile.unless(known == version);
        if (!possible) {
            throw new RuleViolation("alert.not-possible", state);
        }
    }

    /** Whether something was said about it, which is sealed. */
    boolean hasTexts() {
        return !sealedAction.isNothing() || !sealedClose.isNothing();
    }

    /** Opens its texts. */
    void open(CaseKey key) {
        sealedAction = ACTION.open(sealedAction, id.value(), key);
        sealedClose = CLOSE.open(sealedClose, id.value(), key);
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

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
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
        return firedAt;
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
        return ACTION.read(sealedAction);
    }

    /** Who resolved or dismissed it; empty while it is open, and when its rule simply no longer fired. */
    public Optional<Signed> closed() {
        return Optional.ofNullable(closed);
    }

    /** When its rule no longer fired; empty while it is open, and when somebody closed it. */
    public Optional<Instant> lapsedAt() {
        return Optional.ofNullable(lapsedAt);
    }

    /** Why it was dismissed; empty otherwise. */
    public String closeReason() {
        return CLOSE.read(sealedClose);
    }

    public int version() {
        return version;
    }
}
