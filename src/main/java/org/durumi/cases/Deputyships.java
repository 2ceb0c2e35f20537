package org.durumi.cases;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.hibernate.StatelessSession;

/** Stored deputyships. */
@Repository(provider = "Hibernate")
interface Deputyships {
    StatelessSession session();

    @Insert
    void add(Deputyship deputyship);

    @Insert
    void add(DeputyshipEnd end);

    @Find
    Optional<Deputyship> byId(EntryId id);

    /** Those in which somebody is away or stands in, now or later, the next first. */
    @Query("""
            from Deputyship d where (d.userId = :who or d.deputy = :who) and d.until is null and d.due > :now
            order by d.begins, d.id.value
            """)
    List<Deputyship> of(UserId who, Instant now);

    /** Those of a team, now or later, the next first. */
    @Query(
            "from Deputyship d where d.teamId = :team and d.until is null and d.due > :now order by d.begins, d.id.value")
    List<Deputyship> ofTeam(TeamId team, Instant now);

    /** Those of two, ended ones too, that lasted to a moment or longer. */
    @Query("from Deputyship d where d.userId = :absent and d.deputy = :deputy and d.due >= :since")
    List<Deputyship> ofPair(UserId absent, UserId deputy, Instant since);

    /** In these cases, what somebody has as a deputy at a moment: each with the assignment of who is away, the earliest first. */
    default List<Object[]> standing(Collection<UUID> cases, UserId deputy, Instant now) {
        return OneOf.query(session(), Object[].class, """
                        select a, d from Assignment a join Deputyship d on d.userId = a.userId
                        where holds(:many, a.caseId.value) and a.until is null
                            and d.deputy = :deputy and d.until is null and d.begins <= :now and d.due > :now
                        order by d.begins, d.id.value
                        """, cases)
                .setParameter("deputy", deputy)
                .setParameter("now", now)
                .getResultList();
    }
}
