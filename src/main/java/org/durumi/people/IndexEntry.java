package org.durumi.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.hibernate.annotations.Immutable;

/** Says under which tag a name may be found again. Many names share a tag. */
@Entity
@Immutable
@Table(name = "person_index")
class IndexEntry {
    @Id
    private UUID id;

    private CaseId caseId;

    private EntryId nameId;

    private int tag;

    protected IndexEntry() {} // Hibernate

    static IndexEntry of(PersonName name, int tag) {
        IndexEntry entry = new IndexEntry();
        entry.id = UUID.randomUUID();
        entry.caseId = name.caseId();
        entry.nameId = name.id();
        entry.tag = tag;
        return entry;
    }
}
