package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** What a task asks for, by when, what comes of it, and when it has no reason any more. */
class TaskTest {
    private final CaseFile file = OpenCases.ofOne();
    private final Recording recording = CaseFixtures.by(HANEUL, file.id());
    private final ParticipantId first = ParticipantId.create();
    private final ParticipantId second = ParticipantId.create();

    @Test
    void four_tasks_follow_an_arrest_for_all_who_were_arrested_together() {
        List<Task> set = afterArrest(first, second);

        assertEquals(
                List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(3), TODAY.plusDays(7)),
                set.stream().map(Task::due).toList());
        assertEquals(
                List.of(TaskKind.CONFIRM_HELD, TaskKind.ASK_FOR_HELP, TaskKind.CONFIRM_AGAIN, TaskKind.LOOK_BACK),
                set.stream().map(Task::kind).toList());
        assertTrue(set.stream().allMatch(each -> each.whom().equals(Set.of(first, second))));
        assertTrue(set.stream().allMatch(each -> each.assignee().isEmpty() && each.followsArrest()));
    }

    @Test
    void they_have_a_reason_as_long_as_one_of_them_is_held() {
        Tasks tasks = new Tasks(Stream.concat(afterArrest(first, second).stream(), Stream.of(own("call her mother")))
                .toList());
        tasks.open().getFirst().settle(new TaskResult(TaskState.DONE, ""), recording);

        assertEquals(List.of(), tasks.withoutReason(Set.of(second)));
        assertEquals(3, tasks.withoutReason(Set.of()).size(), "what somebody wrote has its own reason");
        assertTrue(tasks.followArrestOf(first));
        tasks.withoutReason(Set.of()).forEach(each -> each.end(TaskEnd.STAGE, recording));
        assertTrue(tasks.followArrestOf(first), "one of them was done");
        assertFalse(tasks.followArrestOf(ParticipantId.create()));
        assertEquals(1, tasks.open().size());
    }

    @Test
    void a_task_is_due_on_its_day_and_overdue_after_it_as_long_as_it_is_open() {
        Task task = own("call her mother");

        assertFalse(task.isDue(TODAY.minusDays(1)));
        assertTrue(task.isDue(TODAY));
        assertFalse(task.isOverdue(TODAY));
        assertTrue(task.isOverdue(TODAY.plusDays(1)));
        task.settle(new TaskResult(TaskState.NOT_POSSIBLE, " nobody answers "), recording);
        assertFalse(task.isDue(TODAY));
        assertFalse(task.isOverdue(TODAY.plusDays(1)));
        assertEquals("nobody answers", task.word());
        assertEquals(Optional.of(recording.signed()), task.settled());
    }

    @Test
    void it_is_settled_once_and_only_as_somebody_may_say() {
        Task task = own("call her mother");

        for (TaskState other : List.of(TaskState.OPEN, TaskState.ENDED)) {
            assertThrows(RuleViolation.class, () -> task.settle(new TaskResult(other, ""), recording));
        }
        task.settle(new TaskResult(TaskState.DONE, ""), recording);
        RuleViolation again = assertThrows(
                RuleViolation.class, () -> task.settle(new TaskResult(TaskState.NOT_POSSIBLE, ""), recording));
        assertEquals("task.settled", again.messageKey());
        assertEquals(TaskState.DONE, task.state());
    }

    @Test
    void nothing_is_to_be_done_by_a_day_that_is_over() {
        NewTask late = new NewTask("call", TODAY.minusDays(1), Optional.empty(), Optional.empty());

        assertEquals(
                "due",
                assertThrows(RuleViolation.class, () -> Task.write(file, late, recording, TODAY))
                        .field());
    }

    @Test
    void the_latest_settled_comes_first_and_the_people_are_known() {
        Task early = own("early");
        Task late = own("late");
        early.settle(new TaskResult(TaskState.DONE, ""), recording);
        late.end(TaskEnd.CLOSURE, new Recording(SEO.signed(NOW.plusSeconds(60)), recording.key()));
        Tasks tasks = new Tasks(List.of(early, late));

        assertEquals(List.of(late, early), tasks.settled());
        assertEquals(Set.of(HANEUL.id(), SEO.id()), tasks.people());
        assertEquals(Optional.of(TaskEnd.CLOSURE), late.ended());
    }

    @Test
    void what_is_to_be_done_for_who_goes_into_another_case_goes_along() {
        CaseFile other = OpenCases.ofOne();
        CaseKey there = TestKeys.of(other.id());
        ParticipantId inCopy = ParticipantId.create();
        RowCopy copy = new RowCopy(other.id(), there, Map.of(second, inCopy));
        List<Task> set = afterArrest(first, second);
        Task done = set.getFirst();
        done.settle(new TaskResult(TaskState.DONE, ""), recording);
        Task task = set.getLast();

        assertFalse(done.goes(copy), "it is done");
        assertFalse(own("about the case as a whole").goes(copy));
        assertTrue(task.goes(copy));
        task.copyInto(copy);
        task.open(there);

        assertEquals(Set.of(inCopy), task.whom());
        assertEquals(TODAY.plusDays(7), task.due());
        assertTrue(task.isOpen() && task.followsArrest());
    }

    @Test
    void the_page_lists_each_task_that_a_rule_asks_for_and_how_it_ends() {
        assertEquals(
                Stream.of(TaskKind.values())
                        .filter(TaskKind::isByRule)
                        .map(each ->
                                List.of(each.name(), each.over().orElseThrow().name()))
                        .toList(),
                DomainTables.rows("tasks.md", "task").stream()
                        .map(row -> List.of(row.getFirst(), row.getLast()))
                        .toList());
    }

    @Test
    void what_a_rule_asks_for_names_three_at_most_and_is_asked_for_as_long_as_one_of_them_is() {
        Duty asked = Duty.of(TaskKind.ASK, List.of("A", "B", "C", "D"), Set.of(first), TODAY);
        Task task = Task.byRule(file, asked, recording, TODAY);

        assertEquals(List.of("A", "B", "C"), task.about());
        assertTrue(asked.isOf(task));
        assertTrue(Duty.of(TaskKind.ASK, List.of("C"), Set.of(first), TODAY).isOf(task));
        assertFalse(Duty.of(TaskKind.ASK, List.of("D"), Set.of(first), TODAY).isOf(task), "that is the next one");
        assertFalse(Duty.of(TaskKind.VERIFY, List.of("A"), Set.of(first), TODAY).isOf(task));
        assertTrue(task.assignee().isEmpty() && task.isDue(TODAY));
    }

    @Test
    void why_what_a_rule_asks_for_is_not_possible_must_be_said_and_keeps_it_away_unless_it_happens_again() {
        Duty alert = new Duty(
                TaskKind.LOOK_AND_DECIDE,
                List.of("PRICE"),
                Set.of(first),
                TODAY,
                Optional.empty(),
                NOW.minusSeconds(1));
        Task task = Task.byRule(file, alert, recording, TODAY);

        assertFalse(alert.isSettledBy(task));
        RuleViolation silent = assertThrows(
                RuleViolation.class, () -> task.settle(new TaskResult(TaskState.NOT_POSSIBLE, " "), recording));
        assertEquals("word", silent.field());
        task.settle(new TaskResult(TaskState.NOT_POSSIBLE, "nobody answers"), recording);

        assertTrue(alert.isSettledBy(task));
        assertFalse(
                new Duty(
                                TaskKind.LOOK_AND_DECIDE,
                                List.of("PRICE"),
                                Set.of(first),
                                TODAY,
                                Optional.empty(),
                                NOW.plusSeconds(1))
                        .isSettledBy(task),
                "it was raised again since");
    }

    @Test
    void what_was_settled_of_one_is_asked_of_another_and_of_the_case_as_a_whole() {
        Task task = Task.byRule(file, Duty.of(TaskKind.ASK, List.of("A", "B"), Set.of(first), TODAY), recording, TODAY);
        task.settle(new TaskResult(TaskState.NOT_POSSIBLE, "nobody answers"), recording);
        Map<Task, LocalDate> settled = Map.of(task, TODAY.plusDays(7));

        assertEquals(Optional.empty(), left(settled, List.of("A", "B"), Set.of(first)));
        assertEquals(
                Optional.of(List.of("C")),
                left(settled, List.of("A", "C"), Set.of(first)).map(Duty::about));
        assertEquals(
                Optional.of(Set.of(second)),
                left(settled, List.of("A"), Set.of(first, second)).map(Duty::whom));
        assertTrue(left(settled, List.of("A"), Set.of()).isPresent());
        assertTrue(Duty.of(TaskKind.ASK, List.of("A"), Set.of(first), TODAY)
                .left(TODAY.plusDays(7), settled)
                .isPresent());
    }

    private static Optional<Duty> left(Map<Task, LocalDate> settled, List<String> about, Set<ParticipantId> whom) {
        return Duty.of(TaskKind.ASK, about, whom, TODAY).left(TODAY, settled);
    }

    @Test
    void a_task_names_only_those_whom_what_it_names_concerns() {
        Duty asked = new Duty(
                TaskKind.ASK,
                List.of(
                        new Duty.Point("A", Set.of(first)),
                        new Duty.Point("B", Set.of(first)),
                        new Duty.Point("C", Set.of(first)),
                        new Duty.Point("D", Set.of(second))),
                TODAY,
                Optional.empty(),
                Instant.EPOCH);
        Task task = Task.byRule(file, asked, recording, TODAY);

        assertEquals(Set.of(first), task.whom());
        assertTrue(asked.isSaidBy(task));
        assertEquals(List.of("D"), asked.among(Set.of(second)).orElseThrow().about());
        Duty whole = new Duty(
                TaskKind.VERIFY,
                List.of(new Duty.Point("A", Set.of(first)), new Duty.Point("B", Set.of())),
                TODAY,
                Optional.empty(),
                Instant.EPOCH);
        assertEquals(Set.of(), whole.whom(), "some of it concerns the case as a whole");
        assertEquals(List.of("B"), whole.among(Set.of()).orElseThrow().about());
    }

    @Test
    void what_a_rule_asks_for_does_not_go_into_another_case() {
        Task task = Task.byRule(file, Duty.of(TaskKind.ASK, List.of("A"), Set.of(second), TODAY), recording, TODAY);
        CaseFile other = OpenCases.ofOne();

        assertFalse(
                task.goes(new RowCopy(other.id(), TestKeys.of(other.id()), Map.of(second, ParticipantId.create()))));
    }

    @Test
    void a_quote_is_due_the_day_before_its_last_one_and_what_can_wait_a_week_later() {
        assertEquals(TODAY.plusDays(2), ends(TODAY.plusDays(3)).due(TODAY));
        assertEquals(TODAY, ends(TODAY).due(TODAY));
        assertEquals(
                TODAY.plusDays(7),
                Duty.of(TaskKind.ASK, List.of("A"), Set.of(), TODAY).due(TODAY));
        assertEquals(
                TODAY,
                Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("A"), Set.of(), TODAY).due(TODAY));
    }

    private static Duty ends(LocalDate last) {
        return new Duty(
                TaskKind.QUOTE_ENDS, List.of("A"), Set.of(), last.minusDays(3), Optional.of(last), Instant.EPOCH);
    }

    @Test
    void what_concerns_only_others_is_asked_for_no_more() {
        Duty both = Duty.of(TaskKind.VERIFY, List.of("A"), Set.of(first, second), TODAY);

        assertEquals(Optional.of(Set.of(first)), both.among(Set.of(first)).map(Duty::whom));
        assertEquals(Optional.empty(), both.among(Set.of()));
        assertTrue(Duty.of(TaskKind.VERIFY, List.of("A"), Set.of(), TODAY)
                .among(Set.of())
                .isPresent());
    }

    private List<Task> afterArrest(ParticipantId... who) {
        return Task.afterArrest(file, Set.of(who), recording, TODAY);
    }

    private Task own(String what) {
        return Task.write(file, new NewTask(what, TODAY, Optional.empty(), Optional.empty()), recording, TODAY);
    }
}
