package org.durumi.desk;

/** What somebody is to do about what was found. */
public enum Verdict {
    FINE,
    LOOK,
    ACT;

    /** By how much there is of something, or how long it has waited. */
    static Verdict above(long found, long look, long act) {
        if (found >= act) {
            return ACT;
        }
        return found >= look ? LOOK : FINE;
    }
}
