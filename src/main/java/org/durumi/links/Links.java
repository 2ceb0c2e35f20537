package org.durumi.links;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;

/** Stored links. */
@Repository(provider = "Hibernate")
interface Links {
    @Insert
    void add(Link link);

    @Update
    void save(Link link);

    /** Those of a case, from whichever side, the newest first. */
    @Query("from Link l where l.askingCaseId = :caseId or l.askedCaseId = :caseId order by l.begun.at desc, l.id.value")
    List<Link> of(CaseId caseId);

    @Query("from Link l where l.id = :id and (l.askingCaseId = :caseId or l.askedCaseId = :caseId)")
    Optional<Link> link(CaseId caseId, EntryId id);

    /** What waits for a supervisor of a team: each with the case of that team. */
    @Query("""
            select f.number, l from Link l join CaseFile f on
                l.state = org.durumi.links.LinkState.WISHED and f.id = l.askingCaseId
                or l.state = org.durumi.links.LinkState.ASKED and f.id = l.askedCaseId
            where f.teamId = :team and f.erasedAt is null
            order by l.begun.at, l.id.value
            """)
    List<Object[]> waitingIn(TeamId team);
}
