package org.durumi.work;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.MyCases;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Stored plans of check-ins, how far their climbs have come, and what was heard. */
@Repository(provider = "Hibernate")
interface CheckIns {
    StatelessSession session();

    @Insert
    void add(CheckInPlan plan);

    @Update
    void save(CheckInPlan plan);

    @Insert
    void add(CheckInClimb climb);

    @Update
    void save(CheckInClimb climb);

    @Insert
    void add(CheckIn checkIn);

    @Insert
    void add(CheckInStep step);

    /** Plans with their climbs, of one moment, the newest first. */
    default List<Object[]> plans(CaseId caseId) {
        return session()
                .createSelectionQuery(
                        "select p, c from CheckInPlan p join CheckInClimb c on c.planId = p.id where p.caseId = :caseId"
                                + " order by p.recorded.at desc, p.id.value",
                        Object[].class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** With the case, by which they are found. */
    @Query("select count(p) from CheckInPlan p where p.caseId = :caseId and p.participantId = :who")
    long plansOf(CaseId caseId, ParticipantId who);

    @Query(
            "select count(p) from CheckInPlan p where p.caseId = :caseId and p.state <> org.durumi.work.CheckInState.ENDED")
    long standing(CaseId caseId);

    /** Keeps a climb from taking another step until the transaction ends. */
    default CheckInClimb lock(EntryId plan) {
        return session()
                .createSelectionQuery("from CheckInClimb c where c.planId = :plan", CheckInClimb.class)
                .setParameter("plan", plan)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** The latest first. */
    @Query("from CheckIn c where c.caseId = :caseId order by c.recorded.at desc, c.id.value")
    List<CheckIn> heard(CaseId caseId, Limit limit);

    /** Those that say that a check-in was missed, the latest first. */
    @Query("""
            from CheckInStep s where s.caseId = :caseId and s.cause = org.durumi.work.CheckInCause.MISSED and s.step = org.durumi.work.CheckInLevel.CASEWORKERS
            order by s.dueAt desc, s.id.value
            """)
    List<CheckInStep> missed(CaseId caseId, Limit limit);

    /** The latest of each person in a case. */
    default List<CheckIn> heardOfEach(CaseId caseId, int most) {
        return session()
                .createNativeQuery(
                        "select c.* from participant p cross join lateral (select * from check_in c where c.case_id = p.case_id"
                                + " and c.participant_id = p.id order by c.recorded_at desc, c.id limit :most) c where p.case_id = :case",
                        CheckIn.class)
                .setParameter("most", most)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /** The latest of each person that say that a check-in was missed. */
    default List<CheckInStep> missedOfEach(CaseId caseId, int most) {
        return session()
                .createNativeQuery(
                        "select s.* from participant p cross join lateral (select * from check_in_step s where s.case_id = p.case_id"
                                + " and s.participant_id = p.id and s.cause = 'MISSED' and s.step = 'CASEWORKERS'"
                                + " order by s.due_at desc, s.id limit :most) s where p.case_id = :case",
                        CheckInStep.class)
                .setParameter("most", most)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /** When the first of a case is awaited, or was. */
    @Query(
            "select min(coalesce(c.missedSince, c.dueAt)) from CheckInClimb c where c.caseId = :caseId and c.nextAt is not null")
    Optional<Instant> nextContact(CaseId caseId);

    /** The moment, or the end of the quiet hours if it lies within them. The climb asks the same function. */
    default Instant afterQuietHours(Instant moment, Optional<Integer> from, Optional<Integer> to, ZoneId zone) {
        return session()
                .createNativeQuery("select after_quiet_hours(:moment, :from, :to, :zone)", Instant.class)
                .setParameter("moment", moment)
                .setParameter("from", from.orElse(null), Integer.class)
                .setParameter("to", to.orElse(null), Integer.class)
                .setParameter("zone", zone.getId())
                .getSingleResult();
    }

    /**
     * Who is not heard of, as far as the person of this transaction is told: what their bell counts. All of their own
     * cases first, and of these duress, then the longest.
     */
    default List<OverdueLine> overdue(int most) {
        return session()
                .createNativeQuery(
                        "select f.number as number, p.label as label, {c.*} from overdue_here() c join case_file f on f.id = c.case_id"
                                + " join participant p on p.id = c.participant_id"
                                + " order by " + MyCases.NOT_OWN
                                + ", c.duress_at is null, c.missed_since, c.plan_id limit :most",
                        Object[].class)
                .addScalar("number", String.class)
                .addScalar("label", String.class)
                .addEntity("c", CheckInClimb.class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new OverdueLine(new CaseNumber((String) row[0]), (String) row[1], (CheckInClimb) row[2]))
                .toList();
    }
}
