package org.durumi.costs;

/** Whether an amount is asked of each person or of all together. */
public enum PriceBasis {
    PER_PERSON,
    TOTAL
}
