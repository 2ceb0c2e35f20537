package org.durumi.identity;

/** How much room somebody's lists take. */
public enum Density {
    COMFORTABLE,
    COMPACT
}
