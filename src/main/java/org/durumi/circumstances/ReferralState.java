package org.durumi.circumstances;

/** How far a referral has come. */
public enum ReferralState {
    /** Nobody has been asked, and nothing was passed on. */
    PLANNED,
    ASKED,
    ACCEPTED,
    DECLINED,
    DONE,
    /** It came to nothing; whether anybody was asked is said by its day. */
    NOT_DONE
}
