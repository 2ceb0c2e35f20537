package org.durumi.vault;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;

/** Stored keys of cases. */
@Repository(provider = "Hibernate")
interface WrappedKeys {
    StatelessSession session();

    @Insert
    void add(WrappedKey key);

    @Query("from WrappedKey k where k.caseId = :caseId")
    List<WrappedKey> of(CaseId caseId);

    default List<WrappedKey> of(Collection<UUID> cases) {
        return OneOf.query(session(), WrappedKey.class, "from WrappedKey k where holds(:many, k.caseId.value)", cases)
                .getResultList();
    }
}
