package org.durumi.kernel;

/** Somebody else changed the row since this person read it; nothing was stored. The page shows both texts. */
public class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("changed meanwhile");
    }
}
