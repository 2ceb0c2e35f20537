package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.hibernate.annotations.Immutable;

/** Somebody does no longer stand in for another. A row of its own: what gives a right is never overwritten. */
@Entity
@Immutable
@Table(name = "deputyship_end")
class DeputyshipEnd {
    /** That of the deputyship. */
    @EmbeddedId
    private EntryId id;

    private Signed ended;
    private byte[] mac;

    protected DeputyshipEnd() {} // Hibernate

    static DeputyshipEnd of(Deputyship deputyship, Signed ended, Macs macs) {
        DeputyshipEnd end = new DeputyshipEnd();
        end.id = deputyship.id();
        end.ended = ended;
        end.mac = macs.of(MacUse.DEPUTYSHIP_END, end.id, ended.by(), ended.at());
        return end;
    }
}
