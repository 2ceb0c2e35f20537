package org.durumi.route;

/** What a country does with people who fled the North, as far as it is known. */
public enum Stance {
    /** It sends them back, or is where they fled from. */
    RETURNS,
    /** It lets them stay, or travel on to where they are safe. */
    PROTECTS,
    /** Nothing certain is known. */
    UNCLEAR
}
