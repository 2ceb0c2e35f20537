package org.durumi.cases;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.LocalDate;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.TeamId;

/** Stored decisions how long a case is kept, and legal holds. */
@Repository(provider = "Hibernate")
interface Retentions {
    @Insert
    void add(Retention retention);

    @Insert
    void add(LegalHold hold);

    @Update
    void save(LegalHold hold);

    /** The newest first. */
    @Query("from Retention r where r.caseId = :caseId order by r.recorded.at desc, r.id.value")
    List<Retention> of(CaseId caseId);

    /** The newest first, lifted ones too. */
    @Query("from LegalHold h where h.caseId = :caseId order by h.recorded.at desc, h.id.value")
    List<LegalHold> holds(CaseId caseId);

    @Query("select count(h) from LegalHold h where h.caseId = :caseId and h.lifted.at is null")
    long standingHolds(CaseId caseId);

    /** Closed cases whose day has come, the earliest first; what is held is left out. */
    @Query("""
            select new org.durumi.cases.RetentionLine(f.number, r.keepUntil)
            from Retention r join CaseFile f on f.id = r.caseId
            where r.keepUntil <= :today and f.teamId = :team and f.closed.at is not null and f.erasedAt is null
                and not exists (select 1 from Retention n where n.caseId = r.caseId and n.recorded.at > r.recorded.at)
                and not exists (select 1 from LegalHold h where h.caseId = r.caseId and h.lifted.at is null)
            order by r.keepUntil, r.id.value
            """)
    List<RetentionLine> due(TeamId team, LocalDate today, Limit limit);
}
