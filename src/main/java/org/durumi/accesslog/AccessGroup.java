package org.durumi.accesslog;

/** Which group of fields was shown or changed. It never tells a value. */
public enum AccessGroup {
    CASE,
    ASSIGNMENT,
    PARTICIPANT,
    NAME,
    JOURNEY,
    CONFIRMATION,
    ATTEMPT,
    LEG,
    DEVICE,
    VULNERABILITY,
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
    REFERRAL,
    CONSENT,
    QUOTE,
    BROKER,
    NORM_PRICE,
    CLAIM,
    SOURCE,
    NOTE,
    TASK,
    FILE,
    /** What somebody typed and has not sent yet. */
    DRAFT,
    RISK,
    /** What an assessment is reckoned from; the system alone reads it. */
    RISK_FACTS,
    ALERT,
    WAIVER,
    /** What a caseworker asks a supervisor for. */
    REQUEST,
    /** With which other cases one is linked. */
    LINK,
    CHECK_IN,
    /** By which words somebody is known at a check-in, and those that say that they are under duress. */
    CODE_WORD,
    SUMMARY,
    LOG,
    SESSION,
    /** Where somebody of the staff is told by mail. */
    MAIL,
    TEAM,
    /** Who of the staff may do what. */
    ROLE,
    /** Who of the staff can sign in at all, and with what. */
    ACCOUNT,
    /** What the organisation decides for itself: how long, how much, when. */
    SETTING,
    /** What countries do with people who fled. */
    STANCE,
    /** How the installation is. */
    INSTALLATION,
    KEY
}
