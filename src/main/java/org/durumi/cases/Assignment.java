package org.durumi.cases;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;

/** A caseworker works on a case, from a moment until another. It is the only right to see a case besides the team's supervision. */
@Entity
@Table(name = "assignment")
public class Assignment {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "case_id"))
    private CaseId caseId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "user_id"))
    private UserId userId;

    private Instant since;
    private Instant until;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "assigned_by"))
    private UserId assignedBy;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "ended_by"))
    private UserId endedBy;

    @Version
    private int version;

    protected Assignment() {} // Hibernate

    static Assignment begin(CaseId caseId, UserId caseworker, UserId assignedBy, Instant now) {
        Assignment assignment = new Assignment();
        assignment.id = EntryId.create();
        assignment.caseId = caseId;
        assignment.userId = caseworker;
        assignment.since = now;
        assignment.assignedBy = assignedBy;
        return assignment;
    }

    void end(UserId who, Instant now) {
        until = now;
        endedBy = who;
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
