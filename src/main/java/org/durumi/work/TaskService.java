package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Changes;
import org.durumi.cases.NamedKey;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;

/** What is to be done in a case, and in all cases of somebody. What an arrest asks for, {@link TaskWatch} makes by itself, what other
 * rules ask for, {@link RuleTasks}. */
@ApplicationScoped
@Transactional
public class TaskService {
    /** Tasks of one page. */
    public static final int PAGE = 50;

    @Inject
    TaskRows rows;

    @Inject
    RareRows rare;

    @Inject
    RuleTasks ruled;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** All of a case, for a page of its own. Records the access. */
    public Tasks view(CaseNumber number) {
        return of(access.toRead(number, AccessGroup.TASK));
    }

    /** All of a case that has been opened already. One query. */
    public Tasks of(CaseFile file) {
        return new Tasks(
                file.key(AccessGroup.TASK).opened(rare.of(file.id().value(), "task", () -> rows.tasks(file.id()))));
    }

    /** How many tasks of an opened case are open. Opens none of them. */
    public int numberOfOpen(CaseFile file) {
        return rare.hasNone(file.id().value(), "task") ? 0 : (int) rows.open(file.id());
    }

    /**
     * What is to be done: of a caseworker's own cases what is due, of a supervisor's team what is overdue. None for everybody else.
     *
     * @param most so many are opened, and named in the access log
     */
    public DueTasks due(int most) {
        PageOf<TaskLine> found = find(0);
        List<TaskLine> mine = access.readable(found.rows(), TaskLine::number);
        return opened(mine.subList(0, Math.min(mine.size(), most)), mine.size(), found.more());
    }

    /**
     * One page of the same.
     *
     * @param page from 0
     */
    public DueTasks page(int page) {
        PageOf<TaskLine> found = find(page);
        List<TaskLine> mine = access.readable(found.rows(), TaskLine::number);
        return opened(mine, mine.size(), found.more());
    }

    private PageOf<TaskLine> find(int page) {
        return PageOf.of(
                user.actor().worksWithCases()
                        ? rows.due(LocalDate.now(clock), PAGE + 1, (long) page * PAGE)
                        : List.of(),
                PAGE);
    }

    private DueTasks opened(List<TaskLine> shown, int all, boolean more) {
        if (shown.isEmpty()) {
            return DueTasks.none(more);
        }
        Map<CaseId, NamedKey> keys = access.toList(
                shown.stream().map(TaskLine::number).distinct().toList(),
                shown.stream()
                        .collect(Collectors.toMap(line -> line.task().caseId(), TaskLine::number, (same, one) -> same)),
                AccessGroup.TASK);
        List<TaskLine> readable = shown.stream()
                .filter(line -> !Objects.requireNonNull(keys.get(line.task().caseId()))
                        .of(AccessGroup.TASK)
                        .opened(List.of(line.task()))
                        .isEmpty())
                .toList();
        Set<ParticipantId> whom =
                readable.stream().flatMap(each -> each.task().whom().stream()).collect(Collectors.toSet());
        return new DueTasks(
                readable,
                participants.of(whom).stream().collect(Collectors.toMap(Participant::id, Participant::label)),
                staff.handles(List.copyOf(DueTasks.assignees(readable))),
                all,
                more);
    }

    /** Those who work on a case, who can be asked to see to something. */
    public static Set<UserId> workers(CaseView view) {
        return view.assignments().stream()
                .filter(Assignment::isCurrent)
                .map(Assignment::caseworker)
                .collect(Collectors.toSet());
    }

    /**
     * Writes down what is to be done.
     *
     * @throws NotFound if it concerns somebody who is not in this case
     * @throws RuleViolation at «due» if that day is over, or at «assignee» if they do not work on the case
     */
    public EntryId write(CaseNumber number, @Valid NewTask told) {
        CaseFile file = access.toChange(number, AccessGroup.TASK, AccessGroup.ASSIGNMENT);
        participants.require(file, told.who().stream().toList());
        Set<UserId> workers = workers(search.view(number, AccessGroup.ASSIGNMENT));
        if (told.assignee().filter(each -> !workers.contains(each)).isPresent()) {
            throw RuleViolation.at("assignee", "task.assignee.not-here");
        }
        CaseRoom.forOneMore(numberOfOpen(file));
        Task task = Task.write(file, told, recording(file), LocalDate.now(clock));
        rows.add(task);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.TASK);
        return task.id();
    }

    /**
     * Says what came of a task.
     *
     * @throws NotFound if there is no such task
     * @throws RuleViolation if it is settled already, or the case is closed
     */
    public void settle(CaseNumber number, EntryId id, @Valid TaskResult told) {
        CaseFile file = access.toChange(number, AccessGroup.TASK);
        Task task = of(file).one(id).orElseThrow(NotFound::new);
        task.settle(told, recording(file));
        rows.save(task);
        if (task.kind().isByRule()) {
            ruled.lookOn(file.id(), RuleTasks.comesAgain(LocalDate.now(clock)));
        }
        changes.noted(file, AccessAction.CHANGE, AccessGroup.TASK);
    }

    /**
     * Somebody was answered, in a case that is open to who answers: there is something to read for them, or for everybody who works on the
     * case if they do no more.
     *
     * @param whom those whom it concerns
     */
    public void afterAnswer(CaseFile file, Set<ParticipantId> whom, UserId asked) {
        access.alsoNames(file, AccessGroup.TASK, AccessGroup.ASSIGNMENT);
        Set<UserId> workers = workers(search.view(file.number(), AccessGroup.ASSIGNMENT));
        rows.add(Task.afterAnswer(
                file, whom, Optional.of(asked).filter(workers::contains), recording(file), LocalDate.now(clock)));
    }

    /** What is to be done for those who go into another case goes with them. */
    void split(@Observes PeopleSplit split) {
        split.read().opened(rows.tasks(split.from().id())).stream()
                .filter(each -> each.goes(split.copy()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    rows.add(each);
                });
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.TASK));
    }
}
