package org.durumi.identity;

/** Whether somebody's pages are light or dark. */
public enum Theme {
    /** As the device says. */
    SYSTEM,
    LIGHT,
    DARK
}
