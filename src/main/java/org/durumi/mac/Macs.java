package org.durumi.mac;

/** Makes and checks the MACs of rows from which a right is derived: a row without the right one opens nothing. */
public interface Macs {
    /**
     * The MAC of what a row says.
     *
     * @param values as {@link MacKey#of} takes them
     * @throws IllegalStateException while the keys are locked, but for an entry of the access log
     */
    byte[] of(MacUse use, Object... values);

    /** Whether nobody has unlocked the keys yet: then nothing fits, and that says nothing. */
    boolean areLocked();

    /**
     * Whether the application wrote a row that says this; false while the keys are locked. An entry of the access log that was
     * written meanwhile fits too: its MAC is made with a key that follows from that of the sessions.
     */
    boolean fits(byte[] mac, MacUse use, Object... values);
}
