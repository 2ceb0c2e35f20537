package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewLeg;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/** The fields of one leg of a way. */
public final class LegForm {
    static final String TRAVELLERS = "travellers[]";
    private static final int LONGEST_VESSEL = 80;
    private static final int MOST_DAYS = 366;
    private static final int MOST_CHECKS = 99;

    private LegForm() {}

    static FormInput blank(String whoOrNull) {
        FormInput input = FormInput.blank().with("state", LegState.PLANNED).with("border", Border.UNKNOWN);
        return CircumstanceForm.id(whoOrNull)
                .map(who -> input.withAll(TRAVELLERS, List.of(who)))
                .orElse(input);
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewLeg> read(FormInput input) {
        Set<UUID> travellers = input.ids(TRAVELLERS);
        Optional<LegState> state = input.choice("state", LegState.class);
        Place from = input.place("from");
        Place to = input.place("to");
        Optional<Means> means = input.choice("means", Means.class);
        String vessel = input.optionalLine("vessel", LONGEST_VESSEL);
        Optional<Border> border = input.choice("border", Border.class);
        PartialDate left = input.date("left");
        PartialDate arrived = input.date("arrived");
        OptionalInt days = input.optionalNumber("days", 0, MOST_DAYS);
        OptionalInt idChecks = input.optionalNumber("idChecks", 0, MOST_CHECKS);
        return input.isValid()
                ? Optional.of(new NewLeg(
                        travellers.stream().map(ParticipantId::new).collect(Collectors.toSet()),
                        from,
                        to,
                        means.orElseThrow(),
                        vessel,
                        border.orElseThrow(),
                        left,
                        arrived,
                        boxed(days),
                        boxed(idChecks),
                        state.orElseThrow()))
                : Optional.empty();
    }

    static FormInput fill(FormInput input, NewLeg known) {
        return input.withAll(TRAVELLERS, known.travellers())
                .with("state", known.state())
                .with("from", known.from())
                .with("to", known.to())
                .with("means", known.means())
                .with("vessel", known.vessel())
                .with("border", known.border())
                .with("left", known.left())
                .with("arrived", known.arrived())
                .with("days", number(known.days()))
                .with("idChecks", number(known.idChecks()));
    }

    static List<Difference> differences(NewLeg typed, NewLeg stored, CaseView view, Texts texts) {
        return List.of(
                new Difference("leg.form.travellers", labels(typed, view), labels(stored, view)),
                new Difference("leg.form.state", texts.text(typed.state()), texts.text(stored.state())),
                new Difference("leg.form.from", place(typed.from(), texts), place(stored.from(), texts)),
                new Difference("leg.form.to", place(typed.to(), texts), place(stored.to(), texts)),
                new Difference("leg.form.means", texts.text(typed.means()), texts.text(stored.means())),
                new Difference("leg.form.vessel", typed.vessel(), stored.vessel()),
                new Difference("leg.form.border", texts.text(typed.border()), texts.text(stored.border())),
                new Difference("leg.form.left", texts.date(typed.left()), texts.date(stored.left())),
                new Difference("leg.form.arrived", texts.date(typed.arrived()), texts.date(stored.arrived())),
                new Difference("leg.form.days", orAsk(typed.days(), texts), orAsk(stored.days(), texts)),
                new Difference("leg.form.id-checks", orAsk(typed.idChecks(), texts), orAsk(stored.idChecks(), texts)));
    }

    /** A place as a reader says it, such as «Kunming, China». */
    public static String place(Place place, Texts texts) {
        String words = place.in(texts);
        return words.isEmpty() ? texts.text("form.unknown") : words;
    }

    private static String labels(NewLeg leg, CaseView view) {
        return view.participants().stream()
                .filter(each -> leg.travellers().contains(each.id()))
                .map(Participant::label)
                .collect(Collectors.joining(", "));
    }

    private static String orAsk(Optional<Integer> number, Texts texts) {
        return number.map(Object::toString).orElse(texts.text(Answer.UNKNOWN));
    }

    private static String number(Optional<Integer> number) {
        return number.map(Object::toString).orElse("");
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
