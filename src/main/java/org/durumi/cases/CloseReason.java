package org.durumi.cases;

import org.durumi.settings.Setting;

/** Why a case is closed, and how long it is kept before somebody asks whether it still has to be. See docs/domain/retention.md. */
public enum CloseReason {
    ARRIVED(Setting.KEPT_ARRIVED),
    WITHDRAWN(Setting.KEPT_WITHDRAWN),
    DECEASED(Setting.KEPT_DECEASED),
    REPATRIATED(Setting.KEPT_REPATRIATED),
    NO_CONTACT(Setting.KEPT_NO_CONTACT),
    DUPLICATE(Setting.KEPT_DUPLICATE),
    TRANSFERRED(Setting.KEPT_TRANSFERRED),
    OTHER(Setting.KEPT_OTHER);

    private final Setting kept;

    CloseReason(Setting kept) {
        this.kept = kept;
    }

    /** How many years lie between the day on which it was closed and the day of the review. */
    public Setting kept() {
        return kept;
    }
}
