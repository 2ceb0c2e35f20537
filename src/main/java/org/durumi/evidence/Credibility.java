package org.durumi.evidence;

/** How far a claim can be believed, by the numbers of the Admiralty code: 1 to 6. */
public enum Credibility {
    /** 1: confirmed by other sources. */
    CONFIRMED,
    /** 2: probably true. */
    PROBABLY_TRUE,
    /** 3: possibly true. */
    POSSIBLY_TRUE,
    /** 4: doubtful. */
    DOUBTFUL,
    /** 5: improbable. */
    IMPROBABLE,
    /** 6: cannot be judged. */
    NOT_JUDGED
}
