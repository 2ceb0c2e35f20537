package org.durumi.cases;

import java.time.Period;

/** Why a case is closed, and how long it is kept before somebody asks whether it still has to be. See docs/domain/retention.md. */
public enum CloseReason {
    ARRIVED(Period.ofYears(2)),
    WITHDRAWN(Period.ofYears(1)),
    DECEASED(Period.ofYears(10)),
    REPATRIATED(Period.ofYears(10)),
    NO_CONTACT(Period.ofYears(5)),
    DUPLICATE(Period.ofYears(1)),
    TRANSFERRED(Period.ofYears(1)),
    OTHER(Period.ofYears(2));

    private final Period kept;

    CloseReason(Period kept) {
        this.kept = kept;
    }

    /** From the day on which it was closed to the day of the review. */
    public Period kept() {
        return kept;
    }
}
