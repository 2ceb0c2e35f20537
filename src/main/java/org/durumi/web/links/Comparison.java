package org.durumi.web.links;

import java.util.List;
import java.util.stream.Stream;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.PlainWords;
import org.durumi.kernel.Texts;
import org.durumi.links.LinkService.Side;

/**
 * One person as two cases know them, side by side, in the reader's words.
 *
 * @param facts what is known of them, one fact a line
 */
public record Comparison(Known mine, Known theirs, List<Fact> facts) {
    public Comparison {
        facts = List.copyOf(facts);
    }

    /**
     * What one case knows of the person.
     *
     * @param label the letter of the pseudonym
     * @param out whether they were taken out of the case since
     * @param journey the entries that stand, the first of them first
     * @param background what is known of where they come from
     */
    public record Known(Side side, String label, boolean out, List<String> journey, List<String> background) {
        public Known {
            journey = List.copyOf(journey);
            background = List.copyOf(background);
        }
    }

    /** The same fact in both cases. */
    public record Fact(String label, String mine, String theirs) {
        /** Whether the cases say two things. */
        public boolean differs() {
            return !mine.equals(theirs);
        }
    }

    /** One side, as it was read. */
    record Read(Side side, CaseView view, Circumstances circumstances) {
        Participant person() {
            // Who was taken out since is compared all the same, and said to be out.
            return view.everyone().stream()
                    .filter(each -> each.id().equals(side.who()))
                    .findFirst()
                    .orElseThrow();
        }

        private StageEntry standing() {
            return view.journey(side.who()).getLast();
        }

        private Known known(Texts texts) {
            PlainWords words = new PlainWords(circumstances, view::label, texts);
            return new Known(
                    side,
                    person().label(),
                    !person().isIn(),
                    view.journey(side.who()).stream()
                            .map(each -> beside(
                                    texts.text(each.stage()),
                                    texts.date(each.happened()),
                                    each.place().in(texts)))
                            .toList(),
                    circumstances.plain().stream()
                            .filter(each -> each.kind() == CircumstanceKind.BACKGROUND
                                    && each.whom().contains(side.who()))
                            .map(each -> beside(PlainWords.title(each, texts), words.line(each)))
                            .toList());
        }
    }

    static Comparison of(Read mine, Read theirs, Texts texts) {
        Participant one = mine.person();
        Participant other = theirs.person();
        return new Comparison(
                mine.known(texts),
                theirs.known(texts),
                List.of(
                        fact(texts, "participant.role", texts.text(one.role()), texts.text(other.role())),
                        fact(texts, "participant.sex", texts.text(one.sex()), texts.text(other.sex())),
                        fact(texts, "participant.age-band", texts.text(one.ageBand()), texts.text(other.ageBand())),
                        fact(texts, "participant.elite", texts.text(one.elite()), texts.text(other.elite())),
                        fact(
                                texts,
                                "participant.unaccompanied",
                                texts.text(one.unaccompanied()),
                                texts.text(other.unaccompanied())),
                        fact(texts, "stage.stage", texts.text(one.stage()), texts.text(other.stage())),
                        fact(
                                texts,
                                "stage.when",
                                texts.date(mine.standing().happened()),
                                texts.date(theirs.standing().happened())),
                        fact(
                                texts,
                                "link.compare.place",
                                mine.standing().place().in(texts),
                                theirs.standing().place().in(texts))));
    }

    private static Fact fact(Texts texts, String label, String mine, String theirs) {
        return new Fact(texts.text(label), mine, theirs);
    }

    private static String beside(String... words) {
        return String.join(
                " · ", Stream.of(words).filter(each -> !each.isBlank()).toList());
    }
}
