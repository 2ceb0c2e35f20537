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
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.hibernate.StatelessSession;

/** Stored transfers, and what became of them. */
@Repository(provider = "Hibernate")
interface Transfers {
    StatelessSession session();

    @Insert
    void add(Transfer transfer);

    @Insert
    void add(TransferAnswer answer);

    /** Whoever answers, or takes an offer back, does so until their transaction ends: the second one finds what the first has done. */
    default void lock(EntryId transfer) {
        session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text", String.class)
                .setParameter("what", "transfer " + transfer)
                .getSingleResult();
    }

    @Find
    Optional<Transfer> byId(EntryId id);

    /** Those of a case, the newest first. */
    @Query("from Transfer t where t.caseId = :caseId order by t.offered.at desc, t.id.value")
    List<Transfer> of(CaseId caseId);

    /** Those from or to a team that wait, or were offered since a moment, the next to expire first. */
    @Query("""
            from Transfer t where (t.fromTeamId = :team or t.toTeamId = :team) and (t.due > :now or t.offered.at > :since)
            order by t.due, t.id.value
            """)
    List<Transfer> ofTeam(TeamId team, Instant now, Instant since);

    /** What became of these, as far as anything has. */
    default List<TransferAnswer> answers(Collection<UUID> transfers) {
        return OneOf.query(
                        session(),
                        TransferAnswer.class,
                        "from TransferAnswer a where holds(:many, a.id.value)",
                        transfers)
                .getResultList();
    }

    /**
     * The case that waits for an answer of the team of this transaction's supervisor. Nothing of it is open.
     *
     * @return empty if it cannot go over now
     */
    default Optional<CaseFile> offered(EntryId transfer, Instant now) {
        return session()
                .createNativeQuery("select * from offered_case(:id, :now)", CaseFile.class)
                .setParameter("id", transfer.value())
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    /**
     * The case is the other team's from now on.
     *
     * @param proof the MAC of that answer
     * @param whose the MAC of the case in that team
     * @return whether it could still go over
     */
    default boolean takeOver(EntryId transfer, Signed taken, byte[] proof, byte[] whose) {
        return session()
                .createNativeQuery("select take_over(:id, :at, :proof, :whose)", Boolean.class)
                .setParameter("id", transfer.value())
                .setParameter("at", taken.at())
                .setParameter("proof", proof)
                .setParameter("whose", whose)
                .getSingleResult();
    }
}
