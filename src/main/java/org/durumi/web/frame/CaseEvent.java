package org.durumi.web.frame;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/**
 * One line of the timeline.
 *
 * @param id of the row it shows: its anchor on the page
 * @param kind such as «stage»: what the filter selects
 * @param happened when it happened; unknown for what has only been recorded
 * @param recorded when it was recorded
 * @param whom those whom it concerns; empty for the whole case
 * @param title what it is, in the reader's words
 * @param tone «alarm» for danger, «struck» for what was corrected; else empty
 * @param by who recorded it and when, in the reader's words
 * @param marks tags beside its title
 * @param body what else it says
 * @param tail what can be done about it
 */
public record CaseEvent(
        EntryId id,
        String kind,
        PartialDate happened,
        Instant recorded,
        Set<ParticipantId> whom,
        String title,
        String tone,
        String by,
        Optional<Content> marks,
        Optional<Content> body,
        Optional<Content> tail) {

    /** The latest first; what happened on an unknown day last, then by when it became known. */
    public static final Comparator<CaseEvent> BY_HAPPENING = Comparator.comparing(
                    (CaseEvent each) -> each.happened().isKnown())
            .thenComparing(each -> each.happened().isKnown() ? each.happened().earliest() : java.time.LocalDate.MIN)
            .thenComparing(each -> each.happened().isKnown() ? each.happened().latest() : java.time.LocalDate.MIN)
            .thenComparing(CaseEvent::recorded)
            .reversed();

    /** What was recorded last first. */
    public static final Comparator<CaseEvent> BY_RECORDING =
            Comparator.comparing(CaseEvent::recorded).reversed();

    public CaseEvent {
        whom = Set.copyOf(whom);
    }

    /** The anchor of an act about a row that is no row of its own, such as its end: the same each time that it is drawn. */
    public static EntryId anchor(EntryId row, String act) {
        return new EntryId(UUID.nameUUIDFromBytes((act + " " + row.value()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether it is about this person: what concerns the whole case concerns everybody. */
    public boolean isAbout(ParticipantId who) {
        return whom.isEmpty() || whom.contains(who);
    }
}
