package org.durumi.requests;

import jakarta.data.page.PageRequest;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.hibernate.StatelessSession;

/** Stored requests. */
@Repository(provider = "Hibernate")
interface RequestRows {
    StatelessSession session();

    @Insert
    void add(Request request);

    @Update
    void save(Request request);

    /** The newest first. */
    @Query("from Request r where r.caseId = :caseId order by r.recorded.at desc, r.id.value")
    List<Request> ofCase(CaseId caseId);

    /** What awaits an answer. */
    @Query(
            "from Request r where r.caseId = :caseId and r.state = org.durumi.requests.RequestState.ASKED and r.due > :now")
    List<Request> asked(CaseId caseId, Instant now);

    /** What awaits the answer of the supervisor of this transaction, the oldest first: what their bell counts. */
    default List<RequestLine> waiting(Instant now, int most, long from) {
        return session()
                .createNativeQuery(
                        "select f.number as number, {r.*} from waiting_requests(:now) r join case_file f on f.id = r.case_id"
                                + " order by r.due, r.id limit :most offset :from",
                        Object[].class)
                .addScalar("number", String.class)
                .addEntity("r", Request.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .map(row -> new RequestLine(new CaseNumber((String) row[0]), (Request) row[1]))
                .toList();
    }

    /**
     * What somebody asked for, or another for whom they stand in, and nobody has answered: unless it expired, or became void, before a moment;
     * the oldest first.
     */
    @Query("""
            select new org.durumi.requests.RequestLine(f.number, r)
            from Request r join CaseFile f on f.id = r.caseId
            where (r.state = org.durumi.requests.RequestState.ASKED and r.due > :since
                    or r.state = org.durumi.requests.RequestState.VOID and r.settled.at > :since)
                and works_as(r.recorded.by.value) and f.closed.at is null
            order by r.due, r.id.value
            """)
    List<RequestLine> unanswered(Instant since, PageRequest page);
}
