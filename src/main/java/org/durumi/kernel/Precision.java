package org.durumi.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/** How precisely a date is known, and which days a month, a season and so on has. */
public enum Precision {
    DAY(0),
    MONTH(1),
    QUARTER(3),
    /** March to May is spring; a winter begins in December and ends in February of the following year. */
    SEASON(3),
    YEAR(12),
    DECADE(120),
    UNKNOWN(0);

    private static final int THIRD_OF_A_MONTH = 10;
    private static final int ABOUT_A_DAY = 3;

    private final int months;

    Precision(int months) {
        this.months = months;
    }

    /** The first day of the month, season and so on in which a day lies; of a day, the day itself. */
    LocalDate startOf(LocalDate day) {
        if (months == 0) {
            return day;
        } else if (this == SEASON) {
            return QUARTER.startOf(day.withDayOfMonth(1).plusMonths(1)).minusMonths(1);
        }
        return day.withDayOfMonth(1).minusMonths(day.getLong(ChronoField.PROLEPTIC_MONTH) % months);
    }

    /** The last day of the month, season and so on in which a day lies. */
    LocalDate endOf(LocalDate day) {
        return months == 0 ? day : startOf(day).plusMonths(months).minusDays(1);
    }

    /** As many days away as «about» adds on each side: three days, or one more month, season and so on. */
    LocalDate shifted(LocalDate day, int times) {
        return months == 0
                ? day.plusDays((long) times * ABOUT_A_DAY)
                : startOf(day).plusMonths((long) times * months);
    }

    /** The last day of the first third: the 10th of a month, the end of April of a year. */
    LocalDate endOfFirstThird(LocalDate start) {
        return this == MONTH
                ? start.withDayOfMonth(THIRD_OF_A_MONTH)
                : start.plusMonths(months / 3).minusDays(1);
    }

    /** The first day of the last third: the 21st of a month, the first of September of a year. */
    LocalDate startOfLastThird(LocalDate start) {
        return this == MONTH ? start.withDayOfMonth(2 * THIRD_OF_A_MONTH + 1) : start.plusMonths(2L * months / 3);
    }

    /** Whether one can say of it that something happened early or late in it. */
    boolean hasParts() {
        return months > 0;
    }

    /** How the date that begins on a day is typed in any language: 2016-09-28, 2016-09, 2016-Q3, 2016 autumn, 2016, 1990s. */
    String typed(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case MONTH -> start.toString().substring(0, "2016-09".length());
            case QUARTER -> start.getYear() + "-Q" + quarter(start);
            case SEASON -> start.getYear() + " " + season(start);
            case YEAR -> Integer.toString(start.getYear());
            case DECADE -> start.getYear() + "s";
            case UNKNOWN -> "";
        };
    }

    /** 1 to 4. */
    static int quarter(LocalDate start) {
        return start.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The English word, with which the keys of its texts end too. */
    static String season(LocalDate start) {
        return switch (start.getMonth()) {
            case MARCH -> "spring";
            case JUNE -> "summer";
            case SEPTEMBER -> "autumn";
            default -> "winter";
        };
    }
}
