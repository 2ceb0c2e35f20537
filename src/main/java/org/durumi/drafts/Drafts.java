package org.durumi.drafts;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.UserId;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Stored drafts: to a caseworker the database shows their own, to a supervisor those of their team. */
@Repository(provider = "Hibernate")
interface Drafts {
    StatelessSession session();

    @Insert
    void add(Draft draft);

    @Update
    void save(Draft draft);

    @Find
    Optional<Draft> byId(DraftId id);

    /** Reads a draft and lets nobody else change it until the transaction ends. */
    default Optional<Draft> lock(DraftId id) {
        return session()
                .createSelectionQuery("from Draft d where d.id = :id", Draft.class)
                .setParameter("id", id)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Its key goes with it. */
    default void forget(DraftId id) {
        session()
                .createMutationQuery("delete from Draft d where d.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Those that somebody changed last come first. */
    @Query("from Draft d where d.userId = :owner order by d.changedAt desc, d.id.value")
    List<Draft> of(UserId owner);

    @Query("from Draft d where d.changedAt <= :before order by d.changedAt, d.id.value")
    List<Draft> untouchedSince(Instant before);
}
