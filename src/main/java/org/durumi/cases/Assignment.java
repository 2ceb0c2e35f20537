package org.durumi.cases;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A caseworker works on a case, from a moment until another. It is the only right to see a case besides the team's supervision,
 * so it counts only with the application's MAC. It is written once; its end is an {@link AssignmentEnd}.
 */
@Entity
@Immutable
@Table(name = "assignment")
public class Assignment {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private UserId userId;

    private Instant since;

    private UserId assignedBy;

    private byte[] mac;

    /** Noted by the database when the end is stored. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant until;

    protected Assignment() {} // Hibernate

    static Assignment begin(CaseId caseId, UserId caseworker, Signed assigned, Macs macs) {
        Assignment assignment = new Assignment();
        assignment.id = EntryId.create();
        assignment.caseId = caseId;
        assignment.userId = caseworker;
        assignment.since = assigned.at();
        assignment.assignedBy = assigned.by();
        assignment.mac = macs.of(MacUse.ASSIGNMENT, assignment.values());
        return assignment;
    }

    /** Whether the application wrote it: else it gives no right. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.ASSIGNMENT, values());
    }

    private Object[] values() {
        return new Object[] {id, caseId, userId, since, assignedBy};
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public UserId caseworker() {
        return userId;
    }

    public Instant since() {
        return since;
    }

    /** Empty while the caseworker works on the case. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    public boolean isCurrent() {
        return until == null;
    }
}
