package org.durumi.web.support;

/**
 * One field of which two texts exist, because two people changed the same thing.
 *
 * @param label the key of the field's name
 * @param mine what this person typed
 * @param stored what the other one stored in the meantime
 */
public record Difference(String label, String mine, String stored) {
    public boolean isSame() {
        return mine.equals(stored);
    }
}
