package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's wish to erase a case for good. Another supervisor of the team approves or declines it; approved, it is carried
 * out after a pause in which any supervisor of the team can stop it.
 */
@Entity
@Table(name = "erasure")
public class Erasure {
    /** The shortest reason, in visible characters. */
    public static final int SHORTEST_REASON = 20;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final SealedText REASON = new SealedText("erasure", "by_organisation");

    @EmbeddedId
    private EntryId id;

    @Immutable
    private CaseId caseId;

    @Immutable
    private Sealed byOrganisation;

    @Immutable
    private Signed asked;

    @Enumerated(EnumType.STRING)
    private ErasureState state;

    private @Nullable Signed decided;
    private @Nullable Signed stopped;

    @Version
    private int version;

    protected Erasure() {} // Hibernate

    /** @throws RuleViolation at «reason» if the reason has fewer than 20 visible or more than 1000 characters */
    static Erasure ask(CaseFile file, String reason, Signed supervisor, OrganisationKey key) {
        String given = reason.strip();
        int length = given.codePointCount(0, given.length());
        if (VisibleText.length(given) < SHORTEST_REASON || length > LONGEST_REASON) {
            throw RuleViolation.at("reason", "erasure.reason.length", SHORTEST_REASON, LONGEST_REASON);
        }
        Erasure erasure = new Erasure();
        erasure.id = EntryId.create();
        erasure.caseId = file.id();
        erasure.byOrganisation = REASON.seal(given, erasure.id.value(), key);
        erasure.asked = supervisor;
        erasure.state = ErasureState.ASKED;
        return erasure;
    }

    /** @throws RuleViolation if somebody else asked */
    void withdraw(Signed supervisor) {
        if (!asked.by().equals(supervisor.by())) {
            throw new RuleViolation("erasure.withdraw.other");
        }
        decide(ErasureState.WITHDRAWN, supervisor);
    }

    /** @throws RuleViolation if the same person asked */
    void decline(Signed supervisor) {
        requireOther(supervisor);
        decide(ErasureState.DECLINED, supervisor);
    }

    /** @throws RuleViolation if the same person asked */
    void approve(Signed supervisor) {
        requireOther(supervisor);
        decide(ErasureState.APPROVED, supervisor);
    }

    /** @throws RuleViolation if it is not approved, or carried out already */
    void stop(Signed supervisor) {
        if (state != ErasureState.APPROVED) {
            throw new RuleViolation("erasure.not-approved");
        }
        state = ErasureState.STOPPED;
        stopped = supervisor;
    }

    private void requireOther(Signed supervisor) {
        if (asked.by().equals(supervisor.by())) {
            throw new RuleViolation("erasure.same-person");
        }
    }

    private void decide(ErasureState decision, Signed supervisor) {
        if (state != ErasureState.ASKED) {
            throw new RuleViolation("erasure.decided-already");
        }
        state = decision;
        decided = supervisor;
    }

    /** Why, in the words of who asked. */
    public String reason(OrganisationKey key) {
        return REASON.read(REASON.open(byOrganisation, id.value(), key));
    }

    /** What two people decide: which case, and at whose wish. */
    static Object[] content(EntryId id, CaseId caseId, CaseNumber number) {
        return new Object[] {id, caseId, number};
    }

    public EntryId id() {
        return id;
    }

    public Signed asked() {
        return asked;
    }

    public ErasureState state() {
        return state;
    }

    /** Who approved, declined or withdrew it; empty while it waits. */
    public Optional<Signed> decided() {
        return Optional.ofNullable(decided);
    }
}
