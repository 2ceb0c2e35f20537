package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.hibernate.annotations.Immutable;

/** A caseworker does no longer work on a case. A row of its own: what gives a right is never overwritten. */
@Entity
@Immutable
@Table(name = "assignment_end")
class AssignmentEnd {
    /** That of the assignment. */
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private Signed ended;
    private byte[] mac;

    protected AssignmentEnd() {} // Hibernate

    static AssignmentEnd of(Assignment assignment, Signed ended, Macs macs) {
        AssignmentEnd end = new AssignmentEnd();
        end.id = assignment.id();
        end.caseId = assignment.caseId();
        end.ended = ended;
        end.mac = macs.of(MacUse.ASSIGNMENT_END, end.id, end.caseId, ended.by(), ended.at());
        return end;
    }
}
