package org.durumi.circumstances;

/** What happened to somebody. */
public enum IncidentKind {
    ARREST,
    ID_CHECK,
    RAID,
    ABUSE,
    PHONE_TAKEN,
    /** Called back by the state. */
    RECALL_ORDER,
    THREAT,
    FRAUD_BY_BROKER,
    /** Against those who stayed behind. */
    RETALIATION,
    ILLNESS,
    DEATH,
    RELEASE,
    /** As others saw it: it may have been a departure. */
    DISAPPEARANCE,
    OTHER
}
