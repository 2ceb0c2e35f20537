package org.durumi.web.frame;

import java.util.Comparator;
import java.util.List;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.route.Stage;

/**
 * One participant's journey as the page of the case shows it.
 *
 * @param passed the stages that stand, in order; the last one is where the participant is
 * @param entries every entry, struck ones too, the latest place in the journey first
 */
public record Journey(Participant participant, List<Stage> passed, List<StageEntry> entries) {
    private static final Comparator<StageEntry> LATEST_FIRST = Comparator.comparingInt(StageEntry::position)
            .thenComparing(StageEntry::stands)
            .thenComparing(entry -> entry.recorded().at())
            .reversed();

    public static List<Journey> of(CaseView view) {
        return view.participants().stream().map(each -> of(view, each)).toList();
    }

    private static Journey of(CaseView view, Participant participant) {
        return new Journey(
                participant,
                view.journey(participant.id()).stream().map(StageEntry::stage).toList(),
                view.entries().stream()
                        .filter(entry -> entry.participant().equals(participant.id()))
                        .sorted(LATEST_FIRST)
                        .toList());
    }

    /** The entry that says where the participant stands. */
    public StageEntry standing() {
        return entries.stream()
                .filter(entry -> entry.id().equals(participant.standingEntry()))
                .findFirst()
                .orElseThrow();
    }
}
