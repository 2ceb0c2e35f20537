package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** A caseworker works on a case, from a moment until another. It is the only right to see a case besides the team's supervision. */
@Entity
@Table(name = "assignment")
public class Assignment {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private UserId userId;

    private Instant since;
    private @Nullable Instant until;

    private UserId assignedBy;

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
