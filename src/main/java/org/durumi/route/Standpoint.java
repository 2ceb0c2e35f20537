package org.durumi.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a journey stands: its stage, and whether the participant has left. Only the stages before say so of somebody who is
 * held, silent or withdrawn: who had not left before that has not left now.
 */
public record Standpoint(Stage stage, boolean left) {
    private static final Set<Stage> SAY_NOTHING_OF_LEAVING =
            EnumSet.of(Stage.DETENTION, Stage.CONTACT_LOST, Stage.WITHDRAWN, Stage.DECEASED);

    /**
     * Where these stages lead.
     *
     * @param passed every stage that was entered, in order; the last one is where the participant stands
     * @throws IllegalArgumentException if none was entered
     */
    public static Standpoint of(List<Stage> passed) {
        if (passed.isEmpty()) {
            throw new IllegalArgumentException("no stage");
        }
        boolean left = false;
        for (Stage each : passed) {
            left = leftAfter(each, left);
        }
        return new Standpoint(passed.get(passed.size() - 1), left);
    }

    /** Where it stands once this stage has followed. */
    public Standpoint then(Stage next) {
        return new Standpoint(next, leftAfter(next, left));
    }

    private static boolean leftAfter(Stage stage, boolean before) {
        return SAY_NOTHING_OF_LEAVING.contains(stage) ? before : !stage.isBeforeDeparture();
    }

    /** Whether this change is a departure: on the way from wherever they had not left yet. */
    public boolean departsTo(Stage next) {
        return next == Stage.TRANSIT && !left;
    }

    /** Whether this change is a failed attempt: back, by whatever stages, from after a departure to contact or broker. */
    public boolean failsTo(Stage next) {
        return (next == Stage.CONTACT || next == Stage.BROKER) && left;
    }

    /** Whether a supervisor confirms this change; see {@link Stage#needsConfirmationTo}. */
    public boolean needsConfirmationTo(Stage next) {
        return stage.needsConfirmationTo(next);
    }
}
