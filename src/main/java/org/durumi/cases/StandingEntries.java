package org.durumi.cases;

import java.util.List;
import java.util.Optional;
import org.durumi.route.Standpoint;

/**
 * The entries of one participant that stand, up to some place of the journey.
 *
 * @param entries in the order of the journey
 */
record StandingEntries(List<StageEntry> entries) {
    StandingEntries {
        entries = List.copyOf(entries);
    }

    /** Before the first entry of a journey. */
    static StandingEntries none() {
        return new StandingEntries(List.of());
    }

    /** Those before a place of the journey. */
    StandingEntries before(int position) {
        return new StandingEntries(
                entries.stream().filter(each -> each.position() < position).toList());
    }

    /** The entry at a place of the journey; empty if it ends before. */
    Optional<StageEntry> at(int position) {
        return entries.stream().filter(each -> each.position() == position).findFirst();
    }

    /** Where the participant stands; empty before the first entry. */
    Optional<StageEntry> last() {
        return entries.stream().reduce((earlier, later) -> later);
    }

    /** Where the participant stands, and whether they have left; empty before the first entry. */
    Optional<Standpoint> standpoint() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Standpoint.of(entries.stream().map(StageEntry::stage).toList()));
    }
}
