package org.durumi.work;

/** What a note is: words about the case, or one of the ways of being in touch with somebody. */
public enum NoteKind {
    NOTE,
    CALL,
    MEETING,
    MESSAGE;

    /** Whether somebody was, or was to be, spoken with or written to. */
    public boolean isContact() {
        return this != NOTE;
    }
}
