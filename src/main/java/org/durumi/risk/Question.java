package org.durumi.risk;

/** Something that nobody has asked yet, although a rule depends on it. Shown as «unknown: ask». */
public enum Question {
    COUNTRY_OF_DETENTION,
    GOAL_KNOWN_TO_POLICE,
    ANY_PHONE,
    PHONE_REGISTERED,
    PHONE_CARRIED,
    NORM_PRICE,
    UPFRONT_SHARE,
    BROKER_NAMED,
    LEG_MEANS,
    LEG_COUNTRY,
    LEG_DURATION,
    LEG_ID_CHECKS
}
