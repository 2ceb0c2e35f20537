package org.durumi.settings;

/** What the number of a setting counts. */
public enum SettingUnit {
    HOURS,
    YEARS,
    GIB,
    MIB,
    O_CLOCK
}
