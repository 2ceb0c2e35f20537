package org.durumi.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.durumi.kernel.UserId;

/**
 * Who is away on which day, and who is there in their place.
 *
 * @param all genuine deputyships of one team
 */
record Cover(List<Deputyship> all) {
    Cover {
        all = List.copyOf(all);
    }

    Cover with(Deputyship another) {
        List<Deputyship> more = new ArrayList<>(all);
        more.add(another);
        return new Cover(more);
    }

    /** Whether somebody is away on one of the days of a deputyship. */
    boolean isAway(UserId who, Deputyship during) {
        return during.days().anyMatch(day -> isAway(who, day));
    }

    private boolean isAway(UserId who, LocalDate day) {
        return all.stream().anyMatch(each -> each.absent().equals(who) && each.isOn(day));
    }

    /** Whether on one of its days somebody who is there stands in for the same person already. */
    boolean isDouble(Deputyship wanted) {
        return wanted.days().anyMatch(day -> isCovered(wanted.absent(), day));
    }

    private boolean isCovered(UserId absent, LocalDate day) {
        return all.stream()
                .anyMatch(each -> each.absent().equals(absent) && each.isOn(day) && !isAway(each.deputy(), day));
    }

    /** Whether its deputy is away on one of its days from a day on, and nobody else stands in then. */
    boolean isOpen(Deputyship deputyship, LocalDate from) {
        return deputyship.days().anyMatch(day -> !day.isBefore(from) && !isCovered(deputyship.absent(), day));
    }

    /** How many days one lasts together with those of the same two that it touches: they are one absence. */
    int together(Deputyship wanted, ZoneId zone) {
        int days = (int) wanted.days().count();
        LocalDate before = wanted.first().minusDays(1);
        while (stood(wanted, before, zone)) {
            before = before.minusDays(1);
            days++;
        }
        LocalDate after = wanted.last().plusDays(1);
        while (stood(wanted, after, zone)) {
            after = after.plusDays(1);
            days++;
        }
        return days;
    }

    private boolean stood(Deputyship wanted, LocalDate day, ZoneId zone) {
        return all.stream()
                .anyMatch(each -> each.absent().equals(wanted.absent())
                        && each.deputy().equals(wanted.deputy())
                        && each.isOrWasOn(day, zone));
    }
}
