package org.durumi.requests;

import jakarta.data.page.PageRequest;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;

/** Stored requests. */
@Repository(provider = "Hibernate")
interface RequestRows {
    @Insert
    void add(Request request);

    @Update
    void save(Request request);

    /** The newest first. */
    @Query("from Request r where r.caseId = :caseId order by r.recorded.at desc, r.id.value")
    List<Request> ofCase(CaseId caseId);

    /** Of which somebody has not said what becomes of them; expired ones too. */
    @Query("from Request r where r.caseId = :caseId and r.state = org.durumi.requests.RequestState.ASKED")
    List<Request> asked(CaseId caseId);

    /** What awaits an answer in the cases of a team, the oldest first. */
    @Query("""
            select new org.durumi.requests.RequestLine(f.number, r)
            from Request r join CaseFile f on f.id = r.caseId
            where r.state = org.durumi.requests.RequestState.ASKED and r.due > :now and f.teamId = :team and f.closed.at is null
            order by r.due, r.id.value
            """)
    List<RequestLine> waitingIn(TeamId team, Instant now, PageRequest page);

    /** What somebody asked for and nobody has answered, unless it expired before a moment; the oldest first. */
    @Query("""
            select new org.durumi.requests.RequestLine(f.number, r)
            from Request r join CaseFile f on f.id = r.caseId
            where r.state = org.durumi.requests.RequestState.ASKED and r.due > :since and r.recorded.by = :who and f.closed.at is null
            order by r.due, r.id.value
            """)
    List<RequestLine> askedBy(UserId who, Instant since, PageRequest page);
}
