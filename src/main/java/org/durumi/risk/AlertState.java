package org.durumi.risk;

/** How far somebody has got with an alert. */
public enum AlertState {
    RAISED,
    ACKNOWLEDGED,
    ACTED_ON,
    RESOLVED,
    DISMISSED;

    public boolean isOpen() {
        return this != RESOLVED && this != DISMISSED;
    }
}
