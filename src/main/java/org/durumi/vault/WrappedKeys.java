package org.durumi.vault;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stored keys of cases. */
@Repository
interface WrappedKeys {
    @Insert
    void add(WrappedKey key);

    @Query("from WrappedKey k where k.caseId.value in :cases")
    List<WrappedKey> of(Collection<UUID> cases);
}
