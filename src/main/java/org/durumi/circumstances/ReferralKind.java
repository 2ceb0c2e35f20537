package org.durumi.circumstances;

/** What another organisation is asked to give. */
public enum ReferralKind {
    MEDICAL,
    LEGAL,
    SHELTER,
    /** To ask for asylum, or for protection. */
    ASYLUM,
    PSYCHOSOCIAL,
    EDUCATION,
    LIVELIHOOD,
    FAMILY_TRACING,
    OTHER
}
