package org.durumi.risk;

import jakarta.data.page.PageRequest;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.MyCases;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.hibernate.StatelessSession;

/** Stored assessments, blocks and alerts. */
@Repository(provider = "Hibernate")
interface Risks {
    StatelessSession session();

    /** The people of the cases on which the caseworker of this transaction works, who is in the greatest danger first. */
    default List<PersonInDanger> byDanger(int most) {
        return session()
                .createNativeQuery(
                        "select number, label, stage, level, since, missed, duress from people_by_danger(:most)",
                        Object[].class)
                .addScalar("number", String.class)
                .addScalar("label", String.class)
                .addScalar("stage", String.class)
                .addScalar("level", String.class)
                .addScalar("since", Instant.class)
                .addScalar("missed", Boolean.class)
                .addScalar("duress", Boolean.class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new PersonInDanger(
                        new CaseNumber((String) row[0]),
                        (String) row[1],
                        Stage.valueOf((String) row[2]),
                        Optional.ofNullable((String) row[3]).map(Level::valueOf),
                        Optional.ofNullable((Instant) row[4]),
                        (Boolean) row[5],
                        (Boolean) row[6]))
                .toList();
    }

    @Insert
    void add(RiskAssessment assessment);

    @Update
    void save(RiskAssessment assessment);

    @Query("from RiskAssessment a where a.caseId = :caseId and a.supersededAt is null")
    List<RiskAssessment> standing(CaseId caseId);

    /** Those that stood at a moment. */
    @Query("""
            from RiskAssessment a where a.caseId = :caseId and a.recorded.at < :moment
            and (a.supersededAt is null or a.supersededAt >= :moment)
            """)
    List<RiskAssessment> standingAt(CaseId caseId, Instant moment);

    /** The assessments of one participant over time, the newest first. */
    @Query("""
            from RiskAssessment a where a.caseId = :caseId and a.participantId = :participant
            order by a.recorded.at desc, a.id.value
            """)
    List<RiskAssessment> history(CaseId caseId, ParticipantId participant, PageRequest page);

    @Insert
    void add(RiskBlock block);

    @Update
    void save(RiskBlock block);

    @Query(
            "from RiskBlock b where b.caseId = :caseId and b.liftedAt is null order by b.block, b.recorded.at, b.id.value")
    List<RiskBlock> blocks(CaseId caseId);

    /** Every block of a case, lifted ones too. */
    @Query("from RiskBlock b where b.caseId = :caseId order by b.block, b.recorded.at, b.id.value")
    List<RiskBlock> everyBlock(CaseId caseId);

    @Query("""
            select new org.durumi.risk.BlockedCase(f.number, f.level, b)
            from RiskBlock b join CaseFile f on f.id = b.caseId
            where b.liftedAt is null and f.teamId = :team and f.closed.at is null
            order by f.levelRank, b.recorded.at, b.id.value
            """)
    List<BlockedCase> blocksOf(TeamId team, PageRequest page);

    @Insert
    void add(RiskAlert alert);

    @Update
    void save(RiskAlert alert);

    @Query("from RiskAlert a where a.caseId = :caseId and a.id = :id")
    Optional<RiskAlert> alert(CaseId caseId, EntryId id);

    /** Every alert of a case, closed ones too, the newest first. */
    @Query("from RiskAlert a where a.caseId = :caseId order by a.raisedAt desc, a.id.value")
    List<RiskAlert> alerts(CaseId caseId);

    /** The open alerts of a team: those nobody has acknowledged first, then by level and by when they are due. */
    @Query("""
            select new org.durumi.risk.AlertLine(
                f.number, (select p.label from Participant p where p.id = a.participantId), a)
            from RiskAlert a join CaseFile f on f.id = a.caseId
            where f.teamId = :team and a.closed.at is null and a.lapsedAt is null and f.closed.at is null
            order by case when a.acknowledged.at is null then 0 else 1 end, a.levelRank, a.dueAt,
                a.id.value
            """)
    List<AlertLine> alertsOf(TeamId team, PageRequest page);

    /**
     * The open alerts of the cases of the caseworker of this transaction, and of those for whom they stand in, in the same order, but all of
     * their own cases first.
     */
    @Query("""
            select new org.durumi.risk.AlertLine(
                f.number, (select p.label from Participant p where p.id = a.participantId), a)
            from RiskAlert a join CaseFile f on f.id = a.caseId
            where a.closed.at is null and a.lapsedAt is null and f.closed.at is null and\s""" + MyCases.MINE + " order by "
            + MyCases.OWN_FIRST
            + ", case when a.acknowledged.at is null then 0 else 1 end, a.levelRank, a.dueAt, a.id.value")
    List<AlertLine> alertsOfMine(UserId me, PageRequest page);
}
