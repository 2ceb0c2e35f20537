package org.durumi.costs;

import jakarta.data.page.PageRequest;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.hibernate.StatelessSession;

/** Stored norm prices, brokers and quotes. */
@Repository(provider = "Hibernate")
interface Prices {
    StatelessSession session();

    @Insert
    void add(NormPrice norm);

    @Update
    void save(NormPrice norm);

    @Find
    Optional<NormPrice> norm(EntryId id);

    @Query("from NormPrice n order by n.route, n.validFrom desc, n.id.value")
    List<NormPrice> norms(PageRequest page);

    /** Every norm there is, whatever is said of it: what is struck or over is sorted out after it was verified. */
    @Query("from NormPrice n order by n.validFrom desc, n.entered.at desc, n.id.value")
    List<NormPrice> everyNorm();

    /** The number of a team's next code name. Of two who add one at the same time, the second waits for the first. */
    default int nextBrokerNumber(TeamId team) {
        session()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('broker ' || :team, 0))::text", String.class)
                .setParameter("team", team.value().toString())
                .getSingleResult();
        return session()
                .createNativeQuery(
                        "select coalesce(max(number), 0) + 1 from broker where team_id = :team", Integer.class)
                .setParameter("team", team.value())
                .getSingleResult();
    }

    @Insert
    void add(Broker broker);

    @Update
    void save(Broker broker);

    @Query("from Broker b where b.id = :id and b.teamId = :team")
    Optional<Broker> broker(BrokerId id, TeamId team);

    @Query("from Broker b where b.teamId = :team order by b.number")
    List<Broker> brokers(TeamId team, PageRequest page);

    default List<Broker> brokers(Collection<UUID> ids) {
        return OneOf.query(session(), Broker.class, "from Broker b where holds(:many, b.id.value)", ids)
                .getResultList();
    }

    @Insert
    void add(Quote quote);

    @Update
    void save(Quote quote);

    @Query("from Quote q where q.caseId = :caseId and q.id = :id")
    Optional<Quote> quote(CaseId caseId, EntryId id);

    /** The cases in which a quote of this broker may still be paid. */
    @Query("""
            select distinct q.caseId.value from Quote q where q.brokerId = :broker
                and q.state in (org.durumi.costs.QuoteState.OPEN, org.durumi.costs.QuoteState.ACCEPTED)
            """)
    List<UUID> casesWithQuotesOf(BrokerId broker);

    @Query("from Quote q where q.caseId = :caseId order by q.recorded.at desc, q.id.value")
    List<Quote> quotes(CaseId caseId);

    @Query("select count(q) from Quote q where q.caseId = :caseId")
    long numberOfQuotes(CaseId caseId);
}
