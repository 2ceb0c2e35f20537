package org.durumi.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Confirmation;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/** How one claim of a case stands to another, whatever is corrected of the two. */
@Entity
@Table(name = "claim_relation")
public class ClaimRelation extends CorrectableRow<ClaimRelation.Words, CorrectableRow.Struck> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("claim_relation", "sealed", Words.class);
    private static final SealedColumn<Struck> BECAME =
            new SealedColumn<>("claim_relation", "sealed_state", Struck.class);

    private EntryId fromClaim;
    private EntryId toClaim;

    record Words(RelationKind kind) {}

    @SuppressWarnings("NullAway.Init")
    protected ClaimRelation() {
        super(WORDS, BECAME); // Hibernate
    }

    private ClaimRelation(CaseFile file, EntryId from, NewRelation known, Recording recording) {
        super(WORDS, BECAME, file.id(), Confirmation.NOT_NEEDED, Optional.empty());
        fromClaim = from;
        toClaim = known.related();
        say(new Words(known.relation()), recording);
        keep(becoming(""), recording.key());
    }

    /**
     * Relates a claim to another.
     *
     * @param from by the row with which it began
     * @param standing the relations that stand in this case
     * @throws RuleViolation if it is the same claim, or the two are related already
     */
    static ClaimRelation record(
            CaseFile file, EntryId from, NewRelation known, List<ClaimRelation> standing, Recording recording) {
        if (from.equals(known.related())) {
            throw RuleViolation.at("related", "claim.related.itself");
        }
        if (standing.stream().anyMatch(each -> each.joins(from, known.related()))) {
            throw RuleViolation.at("related", "claim.related.already");
        }
        return new ClaimRelation(file, from, known, recording);
    }

    private boolean joins(EntryId one, EntryId other) {
        return touches(one) && touches(other);
    }

    /** Whether one of its two claims is this. */
    public boolean touches(EntryId claim) {
        return fromClaim.equals(claim) || toClaim.equals(claim);
    }

    /** The other one of its two claims. */
    public EntryId other(EntryId claim) {
        return fromClaim.equals(claim) ? toClaim : fromClaim;
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        fromClaim = copy.id(fromClaim);
        toClaim = copy.id(toClaim);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> columns() {
        return List.of(fromClaim, toClaim);
    }

    @Override
    public Set<ParticipantId> whom() {
        return Set.of();
    }

    public RelationKind kind() {
        return words().kind();
    }

    /** The claim that is said to support, refine, repeat, contradict or deny another. */
    public EntryId from() {
        return fromClaim;
    }

    public EntryId to() {
        return toClaim;
    }
}
