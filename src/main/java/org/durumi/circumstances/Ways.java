package org.durumi.circumstances;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.hibernate.StatelessSession;

/** Stored circumstances. */
@Repository(provider = "Hibernate")
interface Ways {
    StatelessSession session();

    /** Strikes a row, and adds the one that stands in its place from now on: in this order, for only one stands. */
    default void correct(Circumstance<?, ?, ?> wrong, Circumstance<?, ?, ?> right) {
        session().update(wrong);
        session().insert(right);
    }

    /** A supervisor has decided about it. */
    default void decided(Circumstance<?, ?, ?> one) {
        session().update(one);
    }

    /** What goes into another case. */
    default void addCopy(Circumstance<?, ?, ?> copy) {
        session().insert(copy);
    }

    @Insert
    void add(Attempt attempt);

    @Query("from Attempt a where a.caseId = :caseId order by a.number, a.id.value")
    List<Attempt> attempts(CaseId caseId);

    @Query(
            "select count(a) from Attempt a where a.caseId = :caseId and a.participantId = :participant and a.replaces is null")
    long attemptsOf(CaseId caseId, ParticipantId participant);

    @Insert
    void add(Device device);

    @Query("from Device d where d.caseId = :caseId order by d.id.value")
    List<Device> devices(CaseId caseId);

    @Query("select count(d) from Device d where d.caseId = :caseId and d.participantId = :participant")
    long devicesOf(CaseId caseId, ParticipantId participant);

    @Insert
    void add(Vulnerability vulnerability);

    @Query("from Vulnerability v where v.caseId = :caseId order by v.id.value")
    List<Vulnerability> vulnerabilities(CaseId caseId);

    @Query("select count(v) from Vulnerability v where v.caseId = :caseId and v.participantId = :participant")
    long vulnerabilitiesOf(CaseId caseId, ParticipantId participant);

    default void add(PlainCircumstance<?> plain) {
        session().insert(plain);
    }

    @Query("from Referral r where r.caseId = :caseId order by r.id.value")
    List<Referral> referrals(CaseId caseId);

    /** All kinds of them. */
    default List<PlainCircumstance<?>> plain(CaseId caseId) {
        return session()
                .createSelectionQuery(
                        "from PlainCircumstance c where c.caseId = :caseId order by c.id.value",
                        PlainCircumstance.class)
                .setParameter("caseId", caseId)
                .getResultStream()
                .<PlainCircumstance<?>>map(each -> each)
                .toList();
    }

    @Insert
    void add(Leg leg);

    @Update
    void save(Leg leg);

    /** The row that stands of a leg. */
    @Query("from Leg l where l.caseId = :caseId and l.original = :original and l.struck.at is null")
    Optional<Leg> leg(CaseId caseId, EntryId original);

    @Query("from Leg l where l.caseId = :caseId order by l.recorded.at, l.id.value")
    List<Leg> legs(CaseId caseId);

    @Query("select count(l) from Leg l where l.caseId = :caseId and l.struck.at is null")
    long numberOfLegs(CaseId caseId);
}
