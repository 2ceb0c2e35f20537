package org.durumi.web.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Priority;
import org.durumi.kernel.CountryCode;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.RecordForm;

/**
 * The intake of a case: what kind it is, the people, and the report with which it begins.
 *
 * <p>Each person's fields begin with «person1.», «person2.» and so on. The field «people» says how many there are, «do»
 * which button was pressed: another person, one person less, or none of them to open the case. «more» says how many more
 * there are of whom nothing is known.
 */
final class IntakeForm {
    /** As many as one form of at most a hundred fields has room for; further people are added to the open case. */
    static final int MOST_PEOPLE = 9;

    /** As many more of whom nothing else is known as a case then has room for. */
    private static final int MOST_MORE = 17;

    /** The fields about one person. */
    static final RecordForm<NewParticipant> PERSON = RecordForm.of("participant", NewParticipant.class);

    private static final int A_PAIR = 2;
    private static final int A_GROUP = 3;

    private IntakeForm() {}

    static FormInput blank(CaseKind kind, LocalDate today) {
        return StageForm.blank(kind == CaseKind.REPORTED_ONLY ? Stage.REPORTED : Stage.CONTACT, today)
                .with("kind", kind)
                .with("priority", Priority.NORMAL)
                .with("people", Integer.toString(usualNumber(kind)))
                .with("person1.role", "PRINCIPAL");
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewCase> read(FormInput input) {
        Optional<CaseKind> kind = input.read("kind", Field.choice(CaseKind.class));
        Optional<RouteKind> route = input.read("route", Field.choice(RouteKind.class));
        Optional<CountryCode> destination = input.readIfTyped("destination", Field.country());
        Optional<Priority> priority = input.read("priority", Field.choice(Priority.class));
        Optional<Integer> more = more(input);
        List<NewParticipant> participants = Stream.concat(
                        prefixes(input).stream()
                                .map(prefix -> PERSON.read(input, prefix))
                                .flatMap(Optional::stream),
                        Stream.generate(NewParticipant::unknown).limit(more.orElse(0)))
                .toList();
        Optional<NewStage> first = StageForm.read(input);
        return first.isEmpty() || kind.isEmpty() || route.isEmpty() || priority.isEmpty() || !input.isValid()
                ? Optional.empty()
                : Optional.of(
                        new NewCase(kind.get(), route.get(), destination, priority.get(), participants, first.get()));
    }

    /** How many more there are of whom nothing is known; empty if none, or if what was typed is no such number. */
    static Optional<Integer> more(FormInput input) {
        return input.readIfTyped("more", Field.number(0, MOST_MORE));
    }

    /** Whether the form only asks for room for another person, or for one less. */
    static boolean isAboutPeople(FormInput input) {
        return input.isChosen("do", "add") || input.isChosen("do", "remove");
    }

    /** Makes room for another person, or takes the last one away. */
    static void changePeople(FormInput input) {
        int wanted = people(input) + (input.isChosen("do", "add") ? 1 : -1);
        input.with("people", Integer.toString(Math.max(1, Math.min(MOST_PEOPLE, wanted))));
    }

    /** Makes it the intake of a case of another kind: an individual is one person, the others are as many as they usually are. */
    static void changeKind(FormInput input, CaseKind kind) {
        if (!input.has("kind") || input.isChosen("kind", kind.name())) {
            input.with("kind", kind);
            return;
        }
        int people = kind == CaseKind.INDIVIDUAL ? 1 : Math.max(people(input), usualNumber(kind));
        input.with("kind", kind).with("people", Integer.toString(people));
    }

    /** The fields of people who were typed and then taken away: they stay in the form, and come back with room for them. */
    static Set<String> typedOfOthers(FormInput input) {
        return IntStream.rangeClosed(people(input) + 1, MOST_PEOPLE)
                .mapToObj(nth -> input.typedBelow("person" + nth + "."))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static int people(FormInput input) {
        return Stream.of(input.typed("people").strip())
                .filter(each -> each.matches("[1-9]"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
    }

    /** With what the names of each person's fields begin. */
    static List<String> prefixes(FormInput input) {
        return IntStream.rangeClosed(1, people(input))
                .mapToObj(nth -> "person" + nth + ".")
                .toList();
    }

    static int usualNumber(CaseKind kind) {
        return switch (kind) {
            case INDIVIDUAL, REPORTED_ONLY -> 1;
            case PAIR, FAMILY -> A_PAIR;
            case GROUP -> A_GROUP;
        };
    }
}
