package org.durumi.vault;

/** The keys cannot be unwrapped at this moment: nothing is opened and nothing is stored until somebody unlocks. */
public class VaultLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultLocked(String why) {
        super(why);
    }
}
