package org.durumi.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseChanged;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseHandedOver;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.EntrySentBack;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.cases.PersonTakenOut;
import org.durumi.cases.StageEntered;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.durumi.vault.Recording;

/**
 * Makes the tasks that follow an arrest, one set for all who were arrested together, and those that follow what was sent back, and ends those
 * that have no reason any more, in the transaction of the change. It remembers who reached a stage until the change of their case is recorded.
 */
@RequestScoped
class TaskWatch {
    private final Map<CaseId, List<StageEntered>> moved = new HashMap<>();

    @Inject
    TaskRows rows;

    @Inject
    CaseAccess access;

    @Inject
    Participants participants;

    @Inject
    CaseSearch search;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    void onStageEntered(@Observes StageEntered entered) {
        moved.computeIfAbsent(entered.file().id(), any -> new ArrayList<>()).add(entered);
    }

    void onSentBack(@Observes EntrySentBack back) {
        CaseFile file = back.file();
        Set<UserId> workers = TaskService.workers(search.view(file.number(), AccessGroup.ASSIGNMENT));
        access.alsoNames(file, AccessGroup.TASK);
        rows.add(Task.afterSendingBack(
                file,
                back.whom(),
                Optional.of(back.recordedBy()).filter(workers::contains),
                new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.TASK)),
                LocalDate.now(clock)));
    }

    /** What was for one person alone is for who takes their place: for one, or for everybody who works on the case. */
    void onHandedOver(@Observes CaseHandedOver handed) {
        CaseFile file = handed.file();
        List<Task> theirs = rows.tasks(file.id()).stream()
                .filter(each -> each.isOpen()
                        && each.assignee().filter(handed.from()::equals).isPresent())
                .toList();
        if (theirs.isEmpty()) {
            return;
        }
        access.alsoNames(file, AccessGroup.TASK);
        Recording now = new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.TASK));
        Optional<UserId> other =
                handed.to().size() == 1 ? Optional.of(handed.to().getFirst()) : Optional.empty();
        for (Task task : now.key().opened(theirs)) {
            rows.add(task.handedTo(file, other, now));
            end(task, TaskEnd.HANDED_OVER, now);
        }
    }

    void onTakenOut(@Observes PersonTakenOut out) {
        moved.computeIfAbsent(out.file().id(), any -> new ArrayList<>());
    }

    void onCaseChanged(@Observes CaseChanged changed) {
        CaseFile file = changed.file();
        List<StageEntered> entered = moved.remove(file.id());
        if (entered == null && file.isOpen()) {
            return;
        }
        List<StageEntered> reached = entered == null ? List.of() : entered;
        List<Task> stored = rows.tasks(file.id());
        boolean arrests = reached.stream().anyMatch(each -> each.participant().stage() == Stage.DETENTION);
        if (arrests || stored.stream().anyMatch(Task::isOpen)) {
            access.alsoNames(file, AccessGroup.TASK);
            Recording now = new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.TASK));
            follow(file, reached, new Tasks(now.key().opened(stored)), now);
        }
    }

    private void follow(CaseFile file, List<StageEntered> reached, Tasks tasks, Recording now) {
        List<Participant> people = participants.of(file);
        Set<ParticipantId> in = people.stream().map(Participant::id).collect(Collectors.toSet());
        Set<ParticipantId> held = people.stream()
                .filter(each -> each.stage() == Stage.DETENTION)
                .map(Participant::id)
                .collect(Collectors.toSet());
        Set<ParticipantId> arrested = reached.stream()
                .filter(each -> each.entry().stage() == Stage.DETENTION
                        && each.entry().replaces().isEmpty()
                        && each.isNewStandpoint())
                .map(each -> each.participant().id())
                .filter(held::contains)
                .collect(Collectors.toSet());
        Set<ParticipantId> stillHeld = new HashSet<>(held);
        stillHeld.removeAll(arrested);
        Set<Task> unreasoned = Set.copyOf(tasks.withoutReason(stillHeld));
        for (Task task : tasks.open()) {
            if (!file.isOpen()) {
                // Whether a closed case is kept is asked because it is closed.
                if (task.kind() != TaskKind.RETENTION) {
                    end(task, TaskEnd.CLOSURE, now);
                }
            } else if (!task.whom().isEmpty() && task.whom().stream().noneMatch(in::contains)) {
                end(task, TaskEnd.LEFT, now);
            } else if (unreasoned.contains(task)) {
                end(task, TaskEnd.STAGE, now);
            }
        }
        // Who is held again, because what said otherwise was sent back, needs them as much as who was arrested now.
        Set<ParticipantId> withoutTasks = reached.stream()
                .map(each -> each.participant().id())
                .filter(held::contains)
                .filter(each -> arrested.contains(each) || !tasks.followArrestOf(each))
                .collect(Collectors.toSet());
        if (file.isOpen() && !withoutTasks.isEmpty()) {
            Task.afterArrest(file, withoutTasks, now, LocalDate.now(clock)).forEach(rows::add);
        }
    }

    private void end(Task task, TaskEnd why, Recording now) {
        task.end(why, now);
        rows.save(task);
    }
}
