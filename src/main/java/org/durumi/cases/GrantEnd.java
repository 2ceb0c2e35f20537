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

/** Somebody may no longer read a case that is not theirs. A row of its own: what gives a right is never overwritten. */
@Entity
@Immutable
@Table(name = "case_grant_end")
class GrantEnd {
    /** That of the grant. */
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private Signed ended;
    private byte[] mac;

    protected GrantEnd() {} // Hibernate

    static GrantEnd of(Grant grant, Signed ended, Macs macs) {
        GrantEnd end = new GrantEnd();
        end.id = grant.id();
        end.caseId = grant.caseId();
        end.ended = ended;
        end.mac = macs.of(MacUse.GRANT_END, end.id, end.caseId, ended.by(), ended.at());
        return end;
    }
}
