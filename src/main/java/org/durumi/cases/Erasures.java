package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.TeamId;

/** Stored wishes to erase a case. */
@Repository(provider = "Hibernate")
interface Erasures {
    @Insert
    void add(Erasure erasure);

    @Update
    void save(Erasure erasure);

    /** What somebody asked for, or two people approved, and is neither settled nor carried out. */
    @Query("""
            from Erasure e where e.caseId = :caseId
            and e.state in (org.durumi.cases.ErasureState.ASKED, org.durumi.cases.ErasureState.APPROVED)
            """)
    Optional<Erasure> standing(CaseId caseId);

    @Query("""
            select new org.durumi.cases.ErasureLine(f.number, e.asked.at, f.erasureDue)
            from Erasure e join CaseFile f on f.id = e.caseId
            where e.state in (org.durumi.cases.ErasureState.ASKED, org.durumi.cases.ErasureState.APPROVED)
                and f.teamId = :team
            order by e.asked.at, e.id.value
            """)
    List<ErasureLine> standingIn(TeamId team);
}
