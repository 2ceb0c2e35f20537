package org.durumi.cases;

import org.durumi.kernel.RuleViolation;

/**
 * How much a case has room for, so that it can always be read, assessed and printed. Where somebody is, an arrest and a sign
 * of life are never refused for their number.
 */
public final class CaseRoom {
    /** The people of a case. */
    static final int PEOPLE = 30;

    /** What is known of one person of one kind: attempts, phones, legs, quotes, names. */
    static final int OF_A_KIND = 300;

    private CaseRoom() {}

    /**
     * @param recorded how much of this kind is recorded of a person
     * @throws RuleViolation if there is no room for one more
     */
    public static void forOneMore(long recorded) {
        if (recorded >= OF_A_KIND) {
            throw new RuleViolation("case.room.of-a-kind", OF_A_KIND);
        }
    }

    /** @throws RuleViolation if there is no room for so many people */
    static void forPeople(int people) {
        if (people > PEOPLE) {
            throw new RuleViolation("case.room.people", PEOPLE);
        }
    }
}
