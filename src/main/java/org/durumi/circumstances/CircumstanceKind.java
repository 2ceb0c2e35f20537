package org.durumi.circumstances;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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
    GROUP,
    SAFE_CONTACT,
    REFERRAL;

    /** The groups of all kinds. */
    public static final Set<AccessGroup> GROUPS =
            Arrays.stream(values()).map(CircumstanceKind::group).collect(Collectors.toUnmodifiableSet());

    /** What a reader of one gets to see. */
    public AccessGroup group() {
        return AccessGroup.valueOf(name());
    }
}
