package org.durumi.circumstances;

import org.durumi.accesslog.AccessGroup;

/** The kinds of circumstances that are one sealed record each. */
public enum CircumstanceKind {
    INCIDENT,
    DETENTION,
    INTERVENTION,
    POSTING,
    BACKGROUND,
    NEED,
    RELATIONSHIP,
    RELATIVE,
    GROUP;

    /** What a reader of one gets to see. */
    public AccessGroup group() {
        return AccessGroup.valueOf(name());
    }
}
