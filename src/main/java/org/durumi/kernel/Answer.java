package org.durumi.kernel;

/** The answer to a question of fact. Unknown is not safe: it never lowers a risk and is shown as «unknown: ask». */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
