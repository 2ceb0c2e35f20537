package org.durumi.settings;

/** What the organisation decides for itself, each a whole number, with what counts as long as nobody has decided. See docs/domain/settings.md. */
public enum Setting {
    /** How long an approved erasure can be stopped. */
    ERASURE_PAUSE(24, 1, 336, SettingUnit.HOURS),
    /** How long a closed case is kept before somebody asks whether it still has to be, by the reason of its closing. */
    KEPT_ARRIVED(2, 1, 30, SettingUnit.YEARS),
    KEPT_WITHDRAWN(1, 1, 30, SettingUnit.YEARS),
    KEPT_DECEASED(10, 1, 30, SettingUnit.YEARS),
    KEPT_REPATRIATED(10, 1, 30, SettingUnit.YEARS),
    KEPT_NO_CONTACT(5, 1, 30, SettingUnit.YEARS),
    KEPT_DUPLICATE(1, 1, 30, SettingUnit.YEARS),
    KEPT_TRANSFERRED(1, 1, 30, SettingUnit.YEARS),
    KEPT_OTHER(2, 1, 30, SettingUnit.YEARS),
    /** How much the files of all cases, and those of one, may take in the database. */
    FILES_OF_ALL(20, 1, 10_000, SettingUnit.GIB),
    FILES_OF_A_CASE(500, 50, 5_000, SettingUnit.MIB),
    /** The quiet hours with which a plan of check-ins begins; the same hour twice is none. */
    QUIET_FROM(0, 0, 23, SettingUnit.O_CLOCK),
    QUIET_TO(0, 0, 23, SettingUnit.O_CLOCK);

    private final int usual;
    private final int least;
    private final int most;
    private final SettingUnit unit;

    Setting(int usual, int least, int most, SettingUnit unit) {
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.unit = unit;
    }

    /** What counts as long as neither the organisation nor the configuration says something else. */
    public int usual() {
        return usual;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public SettingUnit unit() {
        return unit;
    }
}
