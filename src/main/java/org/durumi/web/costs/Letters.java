package org.durumi.web.costs;

import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;

/** The letters of some participants of a case, such as «A, B». */
public final class Letters {
    private Letters() {}

    public static String of(CaseView view, Set<ParticipantId> some) {
        return view.participants().stream()
                .filter(each -> some.contains(each.id()))
                .map(Participant::label)
                .collect(Collectors.joining(", "));
    }
}
