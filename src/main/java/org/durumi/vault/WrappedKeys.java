package org.durumi.vault;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseId;

/** Stored keys of cases. */
@Repository(provider = "Hibernate")
interface WrappedKeys {
    @Insert
    void add(WrappedKey key);

    /** Without a list: a query with one is translated anew whenever it is asked. */
    @Query("from WrappedKey k where k.caseId = :caseId")
    List<WrappedKey> of(CaseId caseId);

    @Query("from WrappedKey k where k.caseId.value in :cases")
    List<WrappedKey> of(Collection<UUID> cases);
}
