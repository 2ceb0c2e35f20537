package org.durumi.circumstances;

/** A language that somebody speaks. */
public enum Language {
    KOREAN,
    CHINESE,
    RUSSIAN,
    ENGLISH,
    JAPANESE,
    THAI,
    OTHER
}
