package org.durumi.circumstances;

import org.durumi.kernel.EntryId;

/**
 * What every recorded circumstance has, of whichever kind.
 *
 * @param <N> what is known of it, as somebody records or changes it
 */
public interface Circumstance<N> {
    EntryId id();

    /** Counts its changes: whoever changes it says which version they had before them. */
    int version();

    /** @throws IllegalStateException if its texts were not opened */
    N known();
}
