package org.durumi.cases;

/** The age in a band of years, as it is known or estimated. */
public enum AgeBand {
    AGE_0_11,
    AGE_12_17,
    AGE_18_19,
    AGE_20_29,
    AGE_30_39,
    AGE_40_49,
    AGE_50_59,
    AGE_60_UP,
    UNKNOWN;

    public boolean isMinor() {
        return this == AGE_0_11 || this == AGE_12_17;
    }
}
