package org.durumi.web.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;
import org.durumi.web.support.FormInput;

/**
 * The people to whom the same thing happened, as one form is about them.
 *
 * @param people in the order of their letters
 * @param standpoints where each of them stands, and whether they have left
 */
public record Travellers(List<Participant> people, Map<ParticipantId, Standpoint> standpoints) {
    /** The parameter of an address that names them by their letters. */
    static final String FOR = "for[]";

    /** The hidden fields that say who it is about, and which version of each was seen: an identifier, a dot, a number. */
    static final String WHO = "who[]";

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public Travellers {
        people = List.copyOf(people);
        standpoints = Map.copyOf(standpoints);
    }

    private static Travellers of(CaseView view, List<Participant> people) {
        return new Travellers(
                people,
                people.stream().map(Participant::id).collect(Collectors.toMap(Function.identity(), view::standpoint)));
    }

    /** Those whose letters an address names; the only person of a case needs no naming. */
    static Travellers named(CaseView view, List<String> labels) {
        return of(
                view,
                view.participants().size() == 1
                        ? view.participants()
                        : view.participants().stream()
                                .filter(each -> labels.contains(each.label()))
                                .toList());
    }

    /** Those whom a form is about, as they stand now. */
    static Travellers sent(CaseView view, FormInput input) {
        Map<ParticipantId, Integer> seen = seen(input);
        return of(
                view,
                view.participants().stream()
                        .filter(each -> seen.containsKey(each.id()))
                        .toList());
    }

    /**
     * The version of each person that was on the screen when a form was opened.
     *
     * @throws RuleViolation if somebody took all of them out of the form
     */
    static Map<ParticipantId, Integer> seen(FormInput input) {
        Map<ParticipantId, Integer> seen = new LinkedHashMap<>();
        for (String each : input.answers(WHO)) {
            if (each.matches(ID + "\\.\\d{1,6}")) {
                String[] parts = each.split("\\.", -1);
                seen.put(new ParticipantId(UUID.fromString(parts[0])), Integer.valueOf(parts[1]));
            }
        }
        if (seen.isEmpty()) {
            throw new RuleViolation("form.incomplete");
        }
        return seen;
    }

    /** Puts them into the form as they stand now. */
    FormInput fill(FormInput input) {
        return input.with(
                WHO,
                people.stream().map(each -> each.id() + "." + each.version()).toList());
    }

    /** Those of whom the form shows what no longer stands: somebody else recorded something since it was opened. */
    List<Participant> changedSince(FormInput input) {
        Map<ParticipantId, Integer> seen = seen(input);
        return people.stream()
                .filter(each -> !Objects.equals(each.version(), seen.get(each.id())))
                .toList();
    }

    /** The stages that may follow for all of them; empty if there is nobody. */
    public Set<Stage> next() {
        return people.stream()
                .map(each -> each.stage().next())
                .<Set<Stage>>map(each -> each.isEmpty() ? EnumSet.noneOf(Stage.class) : EnumSet.copyOf(each))
                .reduce((all, each) -> {
                    all.retainAll(each);
                    return all;
                })
                .orElse(Set.of());
    }

    public boolean isChosen(Participant one) {
        return people.stream().anyMatch(each -> each.id().equals(one.id()));
    }

    /** Their letters: «A, C». */
    public String labels() {
        return people.stream().map(Participant::label).collect(Collectors.joining(", "));
    }

    /** The letter of one of them. */
    public String label(ParticipantId one) {
        return people.stream()
                .filter(each -> each.id().equals(one))
                .map(Participant::label)
                .findFirst()
                .orElseThrow();
    }

    /** Their letters as an address names them, with its brackets encoded. */
    public String query() {
        return people.stream().map(each -> "for%5B%5D=" + each.label()).collect(Collectors.joining("&"));
    }

    /** Where they stand now, each stage once. */
    public List<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> people.stream().map(Participant::stage).anyMatch(stage::equals))
                .toList();
    }

    /** Whether it would be a departure for one of them. */
    public boolean depart(Stage stage) {
        return any(from -> from.departsTo(stage));
    }

    /** Whether it would be a departure for this one. */
    public boolean departs(Participant one, Stage stage) {
        return Objects.requireNonNull(standpoints.get(one.id())).departsTo(stage);
    }

    /** Whether it would be a failed attempt for one of them. */
    public boolean fail(Stage stage) {
        return any(from -> from.failsTo(stage));
    }

    /** Whether a supervisor would have to confirm it for one of them. */
    public boolean needConfirmation(Stage stage) {
        return any(from -> from.needsConfirmationTo(stage));
    }

    private boolean any(Predicate<Standpoint> from) {
        return standpoints.values().stream().anyMatch(from);
    }

    /** One of them, if they are only one. */
    public Optional<Participant> single() {
        return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
    }
}
