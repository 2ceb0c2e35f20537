package org.durumi.web.tasks;

import org.durumi.kernel.Texts;
import org.durumi.work.Task;
import org.durumi.work.TaskKind;

/** What a task asks for, in the reader's words. */
public final class TaskTitle {
    private TaskTitle() {}

    public static String of(Task task, Texts texts) {
        return task.kind() == TaskKind.OWN ? task.own() : texts.text(task.kind());
    }
}
