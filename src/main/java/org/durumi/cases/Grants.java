package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.hibernate.StatelessSession;

/** Stored grants. */
@Repository(provider = "Hibernate")
interface Grants {
    StatelessSession session();

    @Insert
    void add(Grant grant);

    /** Stores one that somebody gave themselves in an emergency, and tells everybody responsible: how many those are. */
    default int breakGlass(Grant grant) {
        return session()
                .createNativeQuery("select break_glass(:id, :case, :due, :at, :why, :mac)", Integer.class)
                .setParameter("id", grant.id().value())
                .setParameter("case", grant.caseId().value())
                .setParameter("due", grant.due())
                .setParameter("at", grant.given().at())
                .setParameter("why", grant.sealedWhy())
                .setParameter("mac", grant.mac())
                .getSingleResult();
    }

    /** Those of which the person of this transaction was told and which they have not seen, the newest first. */
    default List<Grant> told(int most) {
        return session()
                .createNativeQuery("select * from glass_told(:most)", Grant.class)
                .setParameter("most", most)
                .getResultList();
    }

    /** The person of this transaction has seen it. */
    default void seen(EntryId grant, Instant now) {
        session()
                .createNativeQuery("select glass_is_seen(:id, :now)", Long.class)
                .setParameter("id", grant.value())
                .setParameter("now", now)
                .getSingleResult();
    }

    @Insert
    void add(GrantEnd end);

    /** What lets a person read a case at a moment. */
    @Query("from Grant g where g.caseId = :caseId and g.userId = :user and g.until is null and g.due > :now")
    List<Grant> standing(CaseId caseId, UserId user, Instant now);

    @Query("from Grant g where g.caseId = :caseId and g.id = :id")
    Optional<Grant> grant(CaseId caseId, EntryId id);

    /** What lets somebody read cases of a team at a moment, with their numbers. */
    @Query("""
            select f.number, g from Grant g join CaseFile f on f.id = g.caseId
            where g.userId = :user and f.teamId = :team and f.erasedAt is null and g.until is null and g.due > :now
            order by g.due, g.id.value
            """)
    List<Object[]> heldBy(TeamId team, UserId user, Instant now);

    /** The newest first. */
    @Query("from Grant g where g.caseId = :caseId order by g.given.at desc, g.id.value")
    List<Grant> of(CaseId caseId);
}
