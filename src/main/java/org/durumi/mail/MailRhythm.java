package org.durumi.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How often somebody is told by mail. Of duress, and when every supervisor is told of a check-in, they are told at once all the same. */
public enum MailRhythm {
    AT_ONCE,
    /** Once a day, all that has come. */
    DAILY,
    OFF;

    static final LocalTime MORNING = LocalTime.of(8, 0);

    /** When somebody is told of what happened at a moment. */
    Instant due(Instant at, boolean urgent, ZoneId zone) {
        if (this != DAILY || urgent) {
            return at;
        }
        ZonedDateTime there = at.atZone(zone);
        ZonedDateTime morning = there.with(MORNING);
        return (morning.isAfter(there) ? morning : morning.plusDays(1)).toInstant();
    }
}
