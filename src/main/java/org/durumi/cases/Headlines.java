package org.durumi.cases;

import java.util.Comparator;
import java.util.List;
import org.durumi.vault.CaseKey;

/** Keeps the stage and country that a case shows: those of its most urgent participant. */
final class Headlines {
    private static final Comparator<Participant> MOST_URGENT_FIRST = Comparator.comparingInt(
                    (Participant each) -> each.stage().urgency())
            .thenComparing(Participant::label);

    private Headlines() {}

    /** @param key of the case */
    static void show(CaseFile file, Journeys journeys, CaseKey key) {
        List<Participant> participants = journeys.participants(file.id());
        Participant mostUrgent = participants.stream()
                .map(each -> each.verified(key))
                .filter(Participant::isIn)
                .min(MOST_URGENT_FIRST)
                .orElseThrow();
        String country = key.opened(journeys.entry(file.id(), mostUrgent.standingEntry()))
                .map(StageEntry::country)
                .orElse("");
        file.show(mostUrgent.stage(), country);
    }
}
