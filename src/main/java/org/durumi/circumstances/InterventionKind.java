package org.durumi.circumstances;

/** What we ask for. */
public enum InterventionKind {
    ACCESS,
    NO_RETURN,
    /** To be recognised as refugees. */
    STATUS,
    LEGAL_AID,
    FAMILY_TRACING,
    COMPLAINT,
    /** Two supervisors agree to it. */
    PUBLIC_APPEAL,
    OTHER
}
