package org.durumi.people;

import java.util.Optional;

/** A name as it sounds, and the year of birth told with it. */
record HeardName(NameKey sound, Optional<Integer> birthYear) {
    private static final int YEARS_APART = 1;

    static HeardName of(String text, Optional<Integer> birthYear) {
        return new HeardName(NameKey.of(text), birthYear);
    }

    boolean isMoreThanASurname() {
        return !sound.indexed().isEmpty();
    }

    /** The same name, and no years of birth that lie further apart than a year is told wrongly. */
    boolean isSame(HeardName other) {
        boolean years = birthYear.isEmpty()
                || other.birthYear.isEmpty()
                || Math.abs(birthYear.get() - other.birthYear.get()) <= YEARS_APART;
        return years && sound.isSame(other.sound);
    }
}
