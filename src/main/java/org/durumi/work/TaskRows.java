package org.durumi.work;

import jakarta.data.page.PageRequest;
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
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.TeamId;
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

    @Query("select count(t) from Task t where t.caseId = :caseId and t.state = org.durumi.work.TaskState.OPEN")
    long open(CaseId caseId);

    /** What is due by a day in the cases of the caseworker of this transaction, and of those for whom they stand in, the most urgent first. */
    @Query("""
            select new org.durumi.work.TaskLine(f.number, t) from Task t join CaseFile f on f.id = t.caseId
            where t.state = org.durumi.work.TaskState.OPEN and t.due <= :day and f.closed.at is null and exists (
                select 1 from Assignment s where s.caseId = f.id and works_as(s.userId.value) and s.until is null)
            order by t.due, t.id.value
            """)
    List<TaskLine> due(LocalDate day, PageRequest page);

    /** What is due by a day in the cases of a team, the most urgent first. */
    @Query("""
            select new org.durumi.work.TaskLine(f.number, t) from Task t join CaseFile f on f.id = t.caseId
            where t.state = org.durumi.work.TaskState.OPEN and t.due <= :day and f.closed.at is null and f.teamId = :team
            order by t.due, t.id.value
            """)
    List<TaskLine> due(TeamId team, LocalDate day, PageRequest page);

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
    default List<CaseNumber> leftAlone(int most) {
        return session()
                .createNativeQuery("select number from left_alone(:most)", String.class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }
}
