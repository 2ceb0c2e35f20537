package org.durumi.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * What is to be done in the cases of one person, as far as its day has come.
 *
 * @param lines opened, the most urgent first
 * @param labels the letters of those whom they concern
 * @param handles of those who are to see to them
 * @param all how many there are
 * @param more whether there are more than that, or another page follows
 */
public record DueTasks(
        List<TaskLine> lines, Map<ParticipantId, String> labels, Map<UserId, String> handles, int all, boolean more) {
    public DueTasks {
        lines = List.copyOf(lines);
        labels = Map.copyOf(labels);
        handles = Map.copyOf(handles);
    }

    static DueTasks none(boolean more) {
        return new DueTasks(List.of(), Map.of(), Map.of(), 0, more);
    }

    /** Whether there are none. Where there are more than were looked at, some may be among them. */
    public boolean isEmpty() {
        return lines.isEmpty() && !more;
    }

    /** The letters of those whom one concerns: «A, B». */
    public String labels(Task task) {
        return task.whom().stream()
                .flatMap(each -> Stream.ofNullable(labels.get(each)))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The handle of who is to see to one; empty if everybody is. */
    public String assignee(Task task) {
        return task.assignee().map(each -> handles.getOrDefault(each, "")).orElse("");
    }

    static Set<UserId> assignees(List<TaskLine> lines) {
        return lines.stream().flatMap(each -> each.task().assignee().stream()).collect(Collectors.toSet());
    }
}
