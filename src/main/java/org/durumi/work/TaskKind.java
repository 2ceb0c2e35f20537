package org.durumi.work;

import java.util.Arrays;
import java.util.List;

/** What is to be done: one of the four things that follow an arrest, to look at what was sent back or answered, or something in somebody's own words. */
public enum TaskKind {
    OWN(-1),
    /** A supervisor did not confirm something: whoever recorded it reads why, and records what is right. */
    SENT_BACK(-1),
    /** A supervisor answered what somebody asked for: who asked reads it. */
    ANSWERED(-1),
    CONFIRM_HELD(0),
    ASK_FOR_HELP(1),
    CONFIRM_AGAIN(3),
    LOOK_BACK(7);

    private final int after;

    /** @param after so many days after the arrest was recorded it is due; negative if it follows none */
    TaskKind(int after) {
        this.after = after;
    }

    /** Those that follow an arrest, in the order in which they are due. */
    static List<TaskKind> ofDetention() {
        return Arrays.stream(values()).filter(each -> each.after >= 0).toList();
    }

    /** How many days after the arrest was recorded it is due. */
    int after() {
        return after;
    }
}
