package org.durumi.work;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done: one of the four things that follow an arrest, to look at what was sent back or answered, what a rule asks for as long as
 * it holds, or something in somebody's own words.
 */
public enum TaskKind {
    OWN(-1),
    /** A supervisor did not confirm something: whoever recorded it reads why, and records what is right. */
    SENT_BACK(-1),
    /** A supervisor answered what somebody asked for: who asked reads it. */
    ANSWERED(-1),
    /** Somebody has to look at alerts of one cause, and decide. */
    LOOK_AND_DECIDE(TaskEnd.SEEN_TO, 0),
    /** A rule waits for answers. */
    ASK(TaskEnd.ANSWERED, 7),
    /** Claims contradict each other, and nobody has said which counts. */
    VERIFY(TaskEnd.DECIDED, 7),
    /** A quote is about to expire. */
    QUOTE_ENDS(TaskEnd.QUOTE_OVER, 2),
    /** Another organisation was asked for something, and has said nothing for long. */
    REFERRAL_QUIET(TaskEnd.ANSWERED, 0),
    /** A supervisor has to say whether a closed case is kept. */
    RETENTION(TaskEnd.DECIDED, 0),
    CONFIRM_HELD(0),
    ASK_FOR_HELP(1),
    CONFIRM_AGAIN(3),
    LOOK_BACK(7);

    private final int after;
    private final Optional<TaskEnd> over;

    /** @param after so many days after the arrest was recorded it is due; negative if it follows none */
    TaskKind(int after) {
        this.after = after;
        this.over = Optional.empty();
    }

    /**
     * @param over how it ends by itself, when its rule does not hold any more
     * @param after so many days after a rule asked for it it is due: what can wait stands in no list before what cannot
     */
    TaskKind(TaskEnd over, int after) {
        this.after = after;
        this.over = Optional.of(over);
    }

    /** Those that follow an arrest, in the order in which they are due. */
    static List<TaskKind> ofDetention() {
        return Arrays.stream(values())
                .filter(each -> each.after >= 0 && !each.isByRule())
                .toList();
    }

    /** How it ends when its rule does not hold any more; empty if no rule asks for it. */
    Optional<TaskEnd> over() {
        return over;
    }

    /** Whether a rule asks for it, as long as it holds. */
    public boolean isByRule() {
        return over.isPresent();
    }

    /** How many days after the arrest was recorded, or a rule asked for it, it is due. */
    int after() {
        return after;
    }
}
