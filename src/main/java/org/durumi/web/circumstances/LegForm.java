package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewLeg;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/** The form of one leg of a way. */
public final class LegForm implements CircumstanceKind<Leg, NewLeg> {
    static final String TRAVELLERS = "travellers[]";
    private static final int LONGEST_VESSEL = 80;
    private static final int MOST_DAYS = 366;
    private static final int MOST_CHECKS = 99;

    @Override
    public String name() {
        return "leg";
    }

    @Override
    public String path() {
        return "legs";
    }

    @Override
    public AccessGroup group() {
        return AccessGroup.LEG;
    }

    @Override
    public FormInput blank(String whoOrNull) {
        FormInput input = FormInput.blank().with("state", LegState.PLANNED).with("border", Border.UNKNOWN);
        return CircumstanceForm.id(whoOrNull)
                .map(who -> input.withAll(TRAVELLERS, List.of(who)))
                .orElse(input);
    }

    @Override
    public Optional<NewLeg> read(FormInput input) {
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

    @Override
    public FormInput fill(FormInput input, NewLeg known) {
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

    @Override
    public List<Difference> differences(NewLeg typed, NewLeg stored, List<Participant> people, Texts texts) {
        return List.of(
                new Difference("leg.form.travellers", labels(typed, people), labels(stored, people)),
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

    @Override
    public List<Leg> in(Circumstances all) {
        return all.legs();
    }

    @Override
    public String ofWhom(Leg stored, CaseView view) {
        return "";
    }

    @Override
    public Consumer<CaseNumber> recording(FormInput input, CircumstancesService circumstances) {
        Optional<NewLeg> known = read(input);
        return number -> circumstances.recordLeg(number, known.orElseThrow());
    }

    @Override
    public void change(CircumstancesService circumstances, CaseNumber number, EntryId id, NewLeg known, int seen) {
        circumstances.changeLeg(number, id, known, seen);
    }

    /** A place as a reader says it, such as «Kunming, China». */
    public static String place(Place place, Texts texts) {
        String words = place.in(texts);
        return words.isEmpty() ? texts.text("form.unknown") : words;
    }

    private static String labels(NewLeg leg, List<Participant> people) {
        return people.stream()
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
