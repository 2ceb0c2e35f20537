package org.durumi.mac;

/** Makes and checks the MACs of rows from which a right is derived: a row without the right one opens nothing. */
public abstract class Macs {
    /**
     * The key of a use.
     *
     * @throws IllegalStateException while the keys are locked, but for what is written then
     */
    protected abstract MacKey key(MacUse use);

    /** Whether nobody has unlocked the keys yet: then nothing fits, and that says nothing. */
    public abstract boolean areLocked();

    /**
     * The MAC of what a row says.
     *
     * @param values as {@link MacKey#of} takes them
     * @throws IllegalStateException while the keys are locked, but for what is written then
     */
    public byte[] of(MacUse use, Object... values) {
        return key(use).of(values);
    }

    /** Whether the application wrote a row that says this; false while the keys are locked. */
    public boolean fits(byte[] mac, MacUse use, Object... values) {
        return !areLocked() && key(use).fits(mac, values);
    }
}
