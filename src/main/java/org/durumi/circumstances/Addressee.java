package org.durumi.circumstances;

/** To whom we turn. */
public enum Addressee {
    UNHCR,
    MISSION,
    GOVERNMENT,
    /** Who holds them. */
    HOLDING_AUTHORITY,
    UN_BODY,
    RED_CROSS,
    LAWYER,
    NGO,
    MEDIA,
    OTHER
}
