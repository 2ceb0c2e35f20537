package org.durumi.kernel;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How near a repatriation is. From least to most urgent; a case shows the highest of its participants. */
public enum Level {
    /** Nothing is known that a rule could look at: no level, and no reason to be calm. In lists it stands below HIGH. */
    NOT_ASSESSED(0, Duration.ofDays(7)),
    LOW(0, Duration.ofDays(7)),
    MEDIUM(20, Duration.ofHours(24)),
    HIGH(45, Duration.ofHours(4)),
    CRITICAL(70, Duration.ofHours(1));

    private final int from;
    private final Duration acknowledgeWithin;

    Level(int from, Duration acknowledgeWithin) {
        this.from = from;
        this.acknowledgeWithin = acknowledgeWithin;
    }

    /** The level of a score from 0 to 100. */
    public static Level ofScore(int score) {
        Level reached = LOW;
        for (Level level : values()) {
            if (score >= level.from) {
                reached = level;
            }
        }
        return reached;
    }

    /** The lowest score of this level. */
    public int from() {
        return from;
    }

    /** The scores at which a higher level begins, from the lowest: where a scale of scores has its marks. */
    public static List<Integer> thresholds() {
        return Stream.of(MEDIUM, HIGH, CRITICAL).map(Level::from).toList();
    }

    /** The place in a list, 0 for the most urgent: the column of the tables counts the same. */
    public int rank() {
        return switch (this) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case NOT_ASSESSED -> 2;
            case MEDIUM -> 3;
            case LOW -> 4;
        };
    }

    /** How soon somebody must acknowledge an alert of this level, around the clock. */
    public Duration acknowledgeWithin() {
        return acknowledgeWithin;
    }

    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /** The higher of two levels. */
    public Level or(Level other) {
        return isAtLeast(other) ? this : other;
    }
}
