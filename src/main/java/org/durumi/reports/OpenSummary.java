package org.durumi.reports;

import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;

/** A case that was opened for its summary, and the language of its reader. */
record OpenSummary(CaseView view, Texts texts) {
    /** The pseudonym of a participant, such as «Participant A». */
    String name(ParticipantId who) {
        return texts.text("participant.name", view.label(who));
    }

    /** The pseudonyms of some participants, in the order of the case. */
    String names(Set<ParticipantId> who) {
        return view.everyone().stream()
                .map(Participant::id)
                .filter(who::contains)
                .map(this::name)
                .collect(Collectors.joining(", "));
    }

    /** Whether something is printed: of who was taken out only that they were. */
    boolean prints(Set<ParticipantId> whom) {
        return view.concerns(whom);
    }

    /** What a row says, and that a supervisor has still to confirm it. */
    String said(CorrectableRow<?, ?> row, String text) {
        return row.isWaiting() ? text + " · " + texts.text("summary.unconfirmed") : text;
    }
}
