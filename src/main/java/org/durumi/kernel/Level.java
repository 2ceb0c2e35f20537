package org.durumi.kernel;

/** How near a repatriation is. From least to most urgent; a case shows the highest of its participants. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
