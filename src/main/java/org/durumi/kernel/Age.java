package org.durumi.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old somebody is, in whole years, as far as their birth is known: one number, or all from the youngest to the oldest.
 *
 * @param youngest the years that have passed at least
 * @param oldest the years that have passed at most
 */
public record Age(int youngest, int oldest) {
    /** Years since birth (만 나이). Of a year of birth it is one of two until that year's last day. */
    public static Age since(PartialDate birth, LocalDate day) {
        return new Age((int) ChronoUnit.YEARS.between(birth.latest(), day), (int)
                ChronoUnit.YEARS.between(birth.earliest(), day));
    }

    /** Korean age (세는나이): one at birth, and one more with each New Year. */
    public static Age korean(PartialDate birth, LocalDate day) {
        return new Age(
                day.getYear() - birth.latest().getYear() + 1,
                day.getYear() - birth.earliest().getYear() + 1);
    }

    /** 18, or 18–19. */
    @Override
    public String toString() {
        return youngest == oldest ? Integer.toString(youngest) : youngest + "–" + oldest;
    }
}
