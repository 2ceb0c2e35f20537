package org.durumi.accesslog;

/** What somebody did, or tried to do. */
public enum AccessAction {
    OPEN,
    LIST,
    SEARCH,
    CREATE,
    CHANGE,
    REQUEST,
    APPROVE,
    /** To open in an emergency a case that is not theirs. */
    BREAK_GLASS,
    EXPORT,
    DOWNLOAD,
    SIGN_IN,
    SIGN_OUT,
    CONFIGURATION,
    ERASE;

    /** Whether somebody does it while the keys of the installation are locked. */
    boolean happensWhileLocked() {
        return this == SIGN_IN || this == SIGN_OUT || this == CONFIGURATION;
    }
}
