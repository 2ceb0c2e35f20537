package org.durumi.risk;

/** Which reading of a rule fired; each has texts of its own. */
public enum Variant {
    /** The rule has one reading only. */
    ONLY,
    /** R01: nobody knows in which country; the worst counts. */
    UNKNOWN_COUNTRY,
    /** R01: what the country does is not clear. */
    UNCLEAR_COUNTRY,
    /** R05: the registered phone is going to travel along. */
    CARRIED,
    /** R05: the registered phone travels along, or was there at the arrest. */
    TAKEN_ALONG,
    /** R05: somebody is on the way, and nobody has confirmed that the registered phone was left behind. */
    NOT_LEFT_BEHIND,
    /** R05: nobody has advised to leave the registered phone behind. */
    NO_ADVICE,
    /** R09: far below the usual price. */
    BELOW,
    /** R09: far above the usual price. */
    ABOVE,
    /** R11: not checked, or the check is not finished. */
    UNVETTED,
    /** R11. */
    SUSPENDED,
    /** R11. */
    BLACKLISTED,
    /** R12: many days overland. */
    LONG,
    /** R12: several ID checks. */
    CHECKS,
    /** R15: once. */
    MISSED_ONCE,
    /** R15: twice or more in a row. */
    MISSED_AGAIN,
    /** R15: said the phrase that was agreed for it. */
    DURESS
}
