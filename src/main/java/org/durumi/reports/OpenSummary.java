package org.durumi.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.durumi.cases.CaseView;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;

/** A case that was opened for its summary, and the language of its reader. */
record OpenSummary(CaseView view, Texts texts) {
    /** Two letters are as short as a run of them. */
    private static final int SHORTEST_RUN = 3;

    /** The pseudonym of a participant, such as «Participant A». */
    String name(ParticipantId who) {
        return texts.text("participant.name", view.label(who));
    }

    /** The pseudonyms of some participants, in the order of the case, such as «Participants A–C, E»; empty of nobody. */
    String names(Set<ParticipantId> who) {
        List<Participant> all = view.everyone();
        List<String> labels = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            int first = i;
            while (i < all.size() && who.contains(all.get(i).id())) {
                i++;
            }
            count += i - first;
            labels.addAll(run(all.subList(first, i)));
        }
        return switch (count) {
            case 0 -> "";
            case 1 -> texts.text("participant.name", labels.getFirst());
            default -> texts.text("participant.names", String.join(", ", labels));
        };
    }

    private static List<String> run(List<Participant> neighbours) {
        return neighbours.size() < SHORTEST_RUN
                ? neighbours.stream().map(Participant::label).toList()
                : List.of(neighbours.getFirst().label() + "–"
                        + neighbours.getLast().label());
    }

    /**
     * What is said of each, and where the same is said of several, once of all of them: in the place of the first.
     *
     * @param said of whom, and a line that names nobody
     * @param of the line with their names
     */
    <L> List<L> together(Stream<Map.Entry<ParticipantId, L>> said, BiFunction<L, String, L> of) {
        Map<L, Set<ParticipantId>> whom = new LinkedHashMap<>();
        said.forEach(each ->
                whom.computeIfAbsent(each.getValue(), line -> new HashSet<>()).add(each.getKey()));
        return whom.entrySet().stream()
                .map(each -> of.apply(each.getKey(), names(each.getValue())))
                .toList();
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
