package org.durumi.reports;

/** For whom a report is written. What an audience must not see never gets into the report's model. */
public enum Audience {
    /** The people of the organisation who may open the case: everything they may see, under pseudonyms. */
    INTERNAL
}
