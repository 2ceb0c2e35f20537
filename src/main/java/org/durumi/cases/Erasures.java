package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.hibernate.StatelessSession;

/** Stored wishes to erase a case. */
@Repository(provider = "Hibernate")
interface Erasures {
    StatelessSession session();

    @Insert
    void add(Erasure erasure);

    @Update
    void save(Erasure erasure);

    @Query("from Erasure e where e.caseId = :caseId and e.state = org.durumi.cases.ErasureState.ASKED")
    Optional<Erasure> asked(CaseId caseId);

    @Query("""
            select new org.durumi.cases.ErasureLine(f.number, e.asked.by, e.asked.at)
            from Erasure e join CaseFile f on f.id = e.caseId
            where e.state = org.durumi.cases.ErasureState.ASKED and f.teamId = :team
            order by e.asked.at, e.id.value
            """)
    List<ErasureLine> askedIn(TeamId team);

    /** Destroys the key of the case; the database asks again whether two people agreed. */
    default void destroyKey(EntryId approved) {
        session()
                .createNativeQuery("select cast(erase_case(:request) as text)", String.class)
                .setParameter("request", approved.value())
                .getSingleResult();
    }
}
