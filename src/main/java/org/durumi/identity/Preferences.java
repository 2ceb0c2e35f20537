package org.durumi.identity;

/**
 * What somebody of the staff has chosen for themselves.
 *
 * @param shortcuts whether single keys lead to pages
 * @param newsSeen the number of the newest release whose news they have opened; 0 if none
 */
public record Preferences(Theme theme, Density density, boolean shortcuts, int newsSeen) {
    /** Those of somebody who has not chosen. */
    public static final Preferences USUAL = new Preferences(Theme.SYSTEM, Density.COMFORTABLE, true, 0);

    /** The same after somebody has chosen on the page of their settings. */
    public Preferences with(NewPreferences chosen) {
        return new Preferences(chosen.theme(), chosen.density(), chosen.shortcuts(), newsSeen);
    }

    /** The same after somebody has opened the news of a release; what they have seen once stays seen. */
    public Preferences havingSeen(int release) {
        return new Preferences(theme, density, shortcuts, Math.max(newsSeen, release));
    }
}
