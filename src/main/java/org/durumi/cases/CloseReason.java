package org.durumi.cases;

/** Why a case is closed. */
public enum CloseReason {
    ARRIVED,
    WITHDRAWN,
    DECEASED,
    REPATRIATED,
    NO_CONTACT,
    DUPLICATE,
    TRANSFERRED,
    OTHER
}
