package org.durumi.web.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.Participant;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.links.CaseFact;
import org.durumi.links.MergeService.Plan;
import org.durumi.links.NewMerge;
import org.durumi.links.PersonFact;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/**
 * What is asked before a case is closed as a duplicate: who of it is who in the staying case, and which value holds where the
 * two say different things. What is asked of people follows from who they are, so that the page may come back with questions.
 */
public final class MergeForm {
    static final int LONGEST = 1000;
    private static final String WHY = "why";

    private final Plan plan;
    private final FormInput input;
    private final Texts texts;

    /** Where a value stands. */
    enum Where {
        STAYING,
        CLOSING
    }

    /**
     * One question about two values.
     *
     * @param name of the field
     * @param label the key of what it is about
     * @param about the letter of the person in the closing case; empty for the case itself
     */
    public record Question(String name, String label, String about, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    MergeForm(Plan plan, FormInput input, Texts texts) {
        this.plan = plan;
        this.input = input;
        this.texts = texts;
        for (Participant each : plan.people()) {
            if (!input.has(name(each))) {
                guess(each).ifPresent(who -> input.with(name(each), who.toString()));
            }
        }
    }

    /** As the link says, or where only one can be meant. */
    private Optional<ParticipantId> guess(Participant each) {
        return Optional.ofNullable(plan.sure().get(each.id()))
                .filter(who ->
                        plan.others().stream().anyMatch(other -> other.id().equals(who)))
                .or(() -> plan.people().size() == 1 && plan.others().size() == 1
                        ? Optional.of(plan.others().getFirst().id())
                        : Optional.empty());
    }

    public Plan plan() {
        return plan;
    }

    /** The name of the field that says who somebody is. */
    public String name(Participant closing) {
        return "who." + closing.label();
    }

    /** The people of the staying case to choose from. */
    public List<Choice> others() {
        return plan.others().stream()
                .map(each -> new Choice(
                        each.id().toString(), texts.text("merge.person", each.label(), each.role(), each.stage())))
                .toList();
    }

    private Optional<Participant> counterpart(Participant closing) {
        return plan.others().stream()
                .filter(each -> each.id().toString().equals(input.typed(name(closing))))
                .findFirst();
    }

    /** Where the two cases say different things; of people only of those of whom it was said who they are. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (CaseFact each : CaseFact.values()) {
            Object staying = each.of(plan.staying().description());
            Object closing = each.of(plan.closing().description());
            if (!staying.equals(closing)) {
                questions.add(question(name(each), each, "", staying, closing));
            }
        }
        for (Participant each : plan.people()) {
            counterpart(each).ifPresent(other -> {
                for (PersonFact fact : PersonFact.values()) {
                    Object staying = fact.of(other.known());
                    Object closing = fact.of(each.known());
                    if (!staying.equals(closing)) {
                        questions.add(question(name(each, fact), fact, each.label(), staying, closing));
                    }
                }
            });
        }
        return questions;
    }

    private static String name(CaseFact fact) {
        return "case." + fact.name();
    }

    private static String name(Participant closing, PersonFact fact) {
        return "person." + closing.label() + "." + fact.name();
    }

    private Question question(String name, Enum<?> fact, String about, Object staying, Object closing) {
        return new Question(
                name,
                fact.getDeclaringClass().getSimpleName() + "." + fact.name(),
                about,
                List.of(
                        new Choice(Where.STAYING.name(), texts.text("merge.from.staying", said(staying))),
                        new Choice(Where.CLOSING.name(), texts.text("merge.from.closing", said(closing)))));
    }

    private String said(Object value) {
        return switch (value) {
            case Enum<?> word -> texts.text(word);
            case Optional<?> country ->
                country.map(each -> texts.country((CountryCode) each)).orElse(texts.text("form.unknown"));
            default -> value.toString().isEmpty() ? texts.text("cases.label.none") : value.toString();
        };
    }

    /** What was decided; empty with errors at the fields where something is missing. */
    Optional<NewMerge> read() {
        Map<ParticipantId, ParticipantId> people = new HashMap<>();
        for (Participant each : plan.people()) {
            input.read(name(each), Field.id(ParticipantId::new)).ifPresent(who -> people.put(each.id(), who));
        }
        Set<CaseFact> ofTheCase = new HashSet<>();
        Map<ParticipantId, Set<PersonFact>> ofPeople = new HashMap<>();
        for (Question each : questions()) {
            input.read(each.name(), Field.choice(Where.class))
                    .filter(Where.CLOSING::equals)
                    .ifPresent(any -> take(each, ofTheCase, ofPeople));
        }
        Optional<String> why = input.read(WHY, Field.lines(1, LONGEST));
        return input.isValid() && why.isPresent()
                ? Optional.of(new NewMerge(people, ofTheCase, ofPeople, why.get()))
                : Optional.empty();
    }

    private void take(Question question, Set<CaseFact> ofTheCase, Map<ParticipantId, Set<PersonFact>> ofPeople) {
        String fact = question.name().substring(question.name().lastIndexOf('.') + 1);
        if (question.about().isEmpty()) {
            ofTheCase.add(CaseFact.valueOf(fact));
            return;
        }
        plan.people().stream()
                .filter(each -> each.label().equals(question.about()))
                .flatMap(each -> counterpart(each).stream())
                .forEach(other -> ofPeople.computeIfAbsent(other.id(), any -> new HashSet<>())
                        .add(PersonFact.valueOf(fact)));
    }
}
