package org.durumi.web.tasks;

import java.util.stream.Collectors;
import org.durumi.kernel.Texts;
import org.durumi.work.Task;

/** What a task asks for, in the reader's words. */
public final class TaskTitle {
    private TaskTitle() {}

    public static String of(Task task, Texts texts) {
        return switch (task.kind()) {
            case OWN -> task.own();
            case LOOK_AND_DECIDE -> texts.text("task.title.alert", named(task, "RuleGroup.", ", ", texts));
            case ASK -> named(task, "Question.", " ", texts);
            case VERIFY -> texts.text("task.title.verify", named(task, "ClaimTopic.", ", ", texts));
            default -> texts.text(task.kind());
        };
    }

    private static String named(Task task, String kind, String between, Texts texts) {
        return task.about().stream().map(each -> texts.text(kind + each)).collect(Collectors.joining(between));
    }

    /** Where what a rule asks for is done, below the address of the case; empty for what is done outside of Durumi. */
    public static String place(Task task) {
        return switch (task.kind()) {
            case LOOK_AND_DECIDE, ASK -> "#now-title";
            case VERIFY -> "/claims";
            case QUOTE_ENDS -> "/costs#entry-" + task.about().getFirst();
            case REFERRAL_QUIET -> "/referrals/" + task.about().getFirst();
            case RETENTION -> "/retention";
            default -> "";
        };
    }

    /** The text that says why it is there. */
    public static String why(Task task) {
        if (task.kind().isByRule()) {
            return "task.why." + task.kind();
        }
        return task.followsArrest() ? "task.why.arrest" : "task.why.own";
    }
}
