package org.durumi.people;

/** What kind of name it is. */
public enum NameKind {
    /** As papers say it. */
    LEGAL,
    /** What people call somebody. */
    ALIAS,
    /** What somebody is called to be protected. */
    COVER
}
