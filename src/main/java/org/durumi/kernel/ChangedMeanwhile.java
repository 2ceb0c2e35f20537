package org.durumi.kernel;

/** Somebody else changed the row since this person read it; nothing was stored. The page shows both texts. */
public class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("changed meanwhile");
    }

    /** @throws ChangedMeanwhile unless the version that somebody saw is the one that is stored */
    public static void unless(boolean unchanged) {
        if (!unchanged) {
            throw new ChangedMeanwhile();
        }
    }
}
