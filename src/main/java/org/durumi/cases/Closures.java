package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.TeamId;

/** Stored closures, and wishes to close. */
@Repository(provider = "Hibernate")
interface Closures {
    @Insert
    void add(Closure closure);

    @Update
    void save(Closure closure);

    @Query("from Closure c where c.caseId = :caseId and c.state = org.durumi.cases.ClosureState.ASKED")
    Optional<Closure> waiting(CaseId caseId);

    /** The newest first. */
    @Query("""
            from Closure c where c.caseId = :caseId and c.state = org.durumi.cases.ClosureState.CLOSED
            order by c.recorded.at desc
            """)
    List<Closure> closed(CaseId caseId);

    @Query("""
            select new org.durumi.cases.ClosureLine(f.number, c.recorded.at)
            from Closure c join CaseFile f on f.id = c.caseId
            where c.state = org.durumi.cases.ClosureState.ASKED and f.teamId = :team
            order by c.recorded.at, c.id.value
            """)
    List<ClosureLine> waitingIn(TeamId team);
}
