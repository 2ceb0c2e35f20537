package org.durumi.mac;

/** Makes and checks the MACs of rows from which a right is derived: a row without the right one opens nothing. */
public interface Macs {
    /**
     * The MAC of what a row says.
     *
     * @param values as {@link MacKey#of} takes them
     * @throws IllegalStateException while the keys are locked, but for what is written then
     */
    byte[] of(MacUse use, Object... values);

    /** Whether nobody has unlocked the keys yet: then nothing fits, and that says nothing. */
    boolean areLocked();

    /** Whether the application wrote a row that says this; false while the keys are locked. */
    boolean fits(byte[] mac, MacUse use, Object... values);
}
