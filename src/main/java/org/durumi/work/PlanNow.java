package org.durumi.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.durumi.kernel.PartialDate;

/**
 * A plan, opened, and how far its climb has come.
 *
 * @param untrue whether somebody changed the climb past the application: it may say less than is so
 */
public record PlanNow(CheckInPlan plan, CheckInClimb climb, boolean untrue) {
    /** Whether somebody was to be heard of before now, though others may not have been told of it yet. */
    boolean isLate(Instant now) {
        return climb.isOpen() || plan.awaits() && climb.since().isBefore(now);
    }

    /** Whether what happened on a day says that somebody was heard of since they were awaited; of an unknown day it does not. */
    boolean isNews(PartialDate happened, LocalDate today, ZoneId zone) {
        LocalDate awaited = climb.since().atZone(zone).toLocalDate();
        return happened.isKnown() && !happened.latest().isBefore(awaited.isBefore(today) ? awaited : today);
    }
}
