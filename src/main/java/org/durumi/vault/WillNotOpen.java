package org.durumi.vault;

/** A sealed value was changed, stands where it was not sealed, or belongs to another key. It says nothing of the value. */
public class WillNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WillNotOpen(String why) {
        super(why);
    }

    WillNotOpen(Throwable cause) {
        super(cause);
    }
}
