package org.durumi.circumstances;

/** With whom and how somebody lives. */
public enum LivingSituation {
    WITH_CHINESE_SPOUSE,
    WITH_FAMILY,
    IN_HIDING,
    AT_WORKPLACE,
    EMBASSY_HOUSING,
    SHELTER,
    OTHER,
    UNKNOWN
}
