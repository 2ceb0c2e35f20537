package org.durumi.work;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.cases.MyCases;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.hibernate.StatelessSession;

/** Stored tasks. */
@Repository(provider = "Hibernate")
interface TaskRows {
    StatelessSession session();

    @Insert
    void add(Task task);

    @Update
    void save(Task task);

    @Query("from Task t where t.caseId = :caseId order by t.due, t.recorded.at, t.id.value")
    List<Task> tasks(CaseId caseId);

    /** Those that are open, and those that were settled or ended since a moment. */
    @Query("""
            from Task t where t.caseId = :caseId and (t.state = org.durumi.work.TaskState.OPEN or t.settled.at >= :since)
            order by t.due, t.recorded.at, t.id.value
            """)
    List<Task> recent(CaseId caseId, Instant since);

    @Query("select count(t) from Task t where t.caseId = :caseId and t.state = org.durumi.work.TaskState.OPEN")
    long open(CaseId caseId);

    /**
     * What the person of this transaction is to do by today, or, if they supervise a team, what is late there of what people and arrests ask for,
     * and closed cases that have to be decided: what their bell counts. All
     * of their own cases first, of these the ones in the greatest danger; there what a person or an arrest asks for before what a rule does, and
     * of these what is due for the longest time.
     */
    default List<TaskLine> due(LocalDate today, int most, long from) {
        return session()
                .createNativeQuery(
                        "select f.number as number, {t.*} from due_tasks(:today) t join case_file f on f.id = t.case_id"
                                + " order by " + MyCases.NOT_OWN
                                + ", f.level_rank, t.recorded_by = :rules, t.due, t.id limit :most offset :from",
                        Object[].class)
                .addScalar("number", String.class)
                .addEntity("t", Task.class)
                .setParameter("today", today)
                .setParameter("rules", RuleTasks.RULES.value())
                .setParameter("most", most)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .map(row -> new TaskLine(new CaseNumber((String) row[0]), (Task) row[1]))
                .toList();
    }

    /** How many open tasks one person alone sees to in each of some cases, and how many plans of check-ins stand there; none where there is neither. */
    default Map<CaseId, OpenWork> openWork(Collection<UUID> cases, UserId who) {
        return session()
                .createNativeQuery("""
                        select f.id, (select count(*) from task t where t.case_id = f.id and t.state = 'OPEN' and t.assignee = :who),
                            (select count(*) from check_in_plan p where p.case_id = f.id and p.state <> 'ENDED')
                        from case_file f where f.id = any (:cases)
                        """, Object[].class)
                .setParameter("who", who.value())
                .setParameter("cases", cases.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> new CaseId((UUID) row[0]), row -> new OpenWork((Long) row[1], (Long) row[2])));
    }

    /** How much there is to do in the team of the person of this transaction, in no order. */
    default List<Workload> workload(Instant untouchedSince, LocalDate today) {
        return session()
                .createNativeQuery(
                        "select caseworker, cases, urgent, untouched, late from workload(:since, :today)",
                        Object[].class)
                .setParameter("since", untouchedSince)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .map(row -> new Workload(
                        Optional.ofNullable((String) row[0]).map(UserId::new),
                        (Long) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4]))
                .toList();
    }

    /** The numbers of the cases of the team of the person of this transaction on which nobody works who may come in. */
    default List<CaseNumber> leftAlone(Collection<UserId> mayWork, int most) {
        return session()
                .createNativeQuery("select number from left_alone(:mayWork, :most)", String.class)
                .setParameter("mayWork", mayWork.stream().map(UserId::value).toArray(String[]::new))
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }
}
