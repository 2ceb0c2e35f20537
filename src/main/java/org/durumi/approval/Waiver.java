package org.durumi.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor lets pass, once and with a reason, what a rule would refuse. It is bound to the content that the supervisor
 * saw: when that changes, the waiver no longer holds.
 *
 * <p>Its reason and what it is bound to are sealed. A stored waiver says them after it was {@link #open opened}.
 */
@Entity
@Table(name = "waiver")
public class Waiver extends ChangingRow<Waiver.Words, Nothing> {
    /** The shortest reason, in visible characters (domain rule: a block is waived with a reason of at least 20). */
    public static final int SHORTEST_REASON = 20;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("waiver", "sealed", Words.class);
    private static final SealedColumn<Nothing> STATE = new SealedColumn<>("waiver", "sealed_state", Nothing.class);

    @Enumerated(EnumType.STRING)
    private WaiverSubject subject;

    private UUID subjectId;
    private String[] rules;
    private @Nullable Signed used;

    record Words(String reason, String contentHash) {}

    protected Waiver() {
        super(WORDS, STATE); // Hibernate
    }

    private Waiver(CaseId caseId, WaivedContent content, List<String> rules, String reason, Recording recording) {
        super(WORDS, STATE, caseId);
        this.subject = content.subject();
        this.subjectId = content.subjectId();
        this.rules = rules.toArray(String[]::new);
        say(new Words(reason, content.hash()), recording);
        keep(new Nothing(), recording.key());
    }

    @Override
    protected List<Object> inClear() {
        return List.of(subject, subjectId, String.join(" ", rules));
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(Optional.ofNullable(used).map(Signed::by), usedAt());
    }

    /**
     * Grants a waiver.
     *
     * @param rules the codes of the rules that are waived, such as R05
     * @throws RuleViolation at «reason» if the reason has fewer than 20 visible or more than 1000 characters
     */
    public static Waiver grant(
            CaseId caseId, WaivedContent content, List<String> rules, String reason, Recording recording) {
        String given = reason.strip();
        int length = given.codePointCount(0, given.length());
        if (VisibleText.length(given) < SHORTEST_REASON) {
            throw RuleViolation.at("reason", "waiver.reason.too-short", SHORTEST_REASON);
        }
        if (length > LONGEST_REASON) {
            throw RuleViolation.at("reason", "waiver.reason.too-long", LONGEST_REASON);
        }
        return new Waiver(caseId, content, rules, given, recording);
    }

    /** Whether this waiver lets exactly this content pass, and has not been used up. */
    public boolean covers(WaivedContent content) {
        return used == null
                && subject == content.subject()
                && subjectId.equals(content.subjectId())
                && words().contentHash().equals(content.hash());
    }

    /** Whether somebody may use it: who lets something pass does not do it. */
    public boolean isFor(UserId who) {
        return !recorded().by().equals(who);
    }

    /**
     * Uses the waiver up: it lets nothing pass a second time.
     *
     * @throws IllegalStateException if it was granted by the one who uses it
     */
    public void use(Recording recording) {
        if (!isFor(recording.signed().by())) {
            throw new IllegalStateException("a waiver is not for its granter");
        }
        used = recording.signed();
        keep(new Nothing(), recording.key());
    }

    public WaiverSubject subject() {
        return subject;
    }

    /** The participant whose departure, or the quote whose acceptance, may pass. */
    public UUID subjectId() {
        return subjectId;
    }

    public List<String> rules() {
        return List.of(rules);
    }

    public String reason() {
        return words().reason();
    }

    /** Empty as long as the waiver may still be used. */
    public Optional<Instant> usedAt() {
        return Optional.ofNullable(used).map(Signed::at);
    }
}
