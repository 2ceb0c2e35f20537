package org.durumi.route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One station of the journey as the stepper draws it.
 *
 * <p>The line runs contact, broker, transit, mission, arrival. A participant who is detained, silent, sent back, withdrawn
 * or dead stands at a station of its own, put in where the line was left.
 */
public record StageStep(Stage stage, State state) {
    /** How a station is drawn. */
    public enum State {
        /** Reached earlier. */
        DONE,
        /** Left out on the way. */
        SKIPPED,
        /** Where the participant stands, on the line. */
        CURRENT,
        /** Where the participant stands, in danger. */
        ALARM,
        /** Where the journey ended away from the line. */
        ENDED,
        /** Not reached. */
        AHEAD
    }

    private static final List<Stage> LINE =
            List.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.MISSION, Stage.ARRIVAL);
    private static final Set<Stage> IN_DANGER = EnumSet.of(Stage.DETENTION, Stage.CONTACT_LOST, Stage.REPATRIATION);

    /** Whether a stage means danger: it is drawn as an alarm. */
    public static boolean isAlarming(Stage stage) {
        return IN_DANGER.contains(stage);
    }

    /**
     * The stations of a journey.
     *
     * @param passed every stage that was entered, in order; the last one is where the participant stands
     * @throws IllegalArgumentException if none was entered
     */
    public static List<StageStep> of(List<Stage> passed) {
        if (passed.isEmpty()) {
            throw new IllegalArgumentException("no stage");
        }
        Stage current = passed.get(passed.size() - 1);
        int reached = LINE.indexOf(current);
        if (reached < 0) {
            reached = lastOnTheLine(passed);
        }
        List<StageStep> steps = new ArrayList<>();
        if (passed.contains(Stage.REPORTED)) {
            steps.add(new StageStep(Stage.REPORTED, current == Stage.REPORTED ? State.CURRENT : State.DONE));
        }
        if (reached < 0) {
            aside(current, steps);
        }
        for (int i = 0; i < LINE.size(); i++) {
            Stage stage = LINE.get(i);
            if (stage == current) {
                steps.add(new StageStep(stage, State.CURRENT));
            } else if (i > reached) {
                steps.add(new StageStep(stage, State.AHEAD));
            } else {
                steps.add(new StageStep(stage, passed.contains(stage) ? State.DONE : State.SKIPPED));
            }
            if (i == reached) {
                aside(current, steps);
            }
        }
        return List.copyOf(steps);
    }

    private static int lastOnTheLine(List<Stage> passed) {
        for (int i = passed.size() - 1; i >= 0; i--) {
            if (LINE.contains(passed.get(i))) {
                return LINE.indexOf(passed.get(i));
            }
        }
        return -1;
    }

    private static void aside(Stage current, List<StageStep> steps) {
        if (!LINE.contains(current) && current != Stage.REPORTED) {
            steps.add(new StageStep(current, isAlarming(current) ? State.ALARM : State.ENDED));
        }
    }
}
