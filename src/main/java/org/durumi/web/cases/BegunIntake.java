package org.durumi.web.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Priority;
import org.durumi.cases.Sex;
import org.durumi.kernel.Answer;
import org.durumi.route.Stage;
import org.durumi.web.support.FormInput;

/** What was typed at an intake so far, step by step, and which steps are done. */
final class BegunIntake {
    /** Not a field of any page: the steps that were answered. */
    private static final String DONE = "done[]";

    private final Map<String, List<String>> typed;

    BegunIntake(Map<String, List<String>> typed) {
        this.typed = Map.copyOf(typed);
    }

    static BegunIntake nothing() {
        return new BegunIntake(Map.of());
    }

    /** The same with what was sent of a step. */
    BegunIntake with(IntakeStep step, FormInput sent, List<String> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(typed);
        fields.stream().filter(step::asks).forEach(each -> all.put(each, sent.answers(each)));
        return new BegunIntake(all);
    }

    /** The same with a step answered. */
    BegunIntake done(IntakeStep step) {
        List<String> steps = new ArrayList<>(typed.getOrDefault(DONE, List.of()));
        if (!steps.contains(step.name())) {
            steps.add(step.name());
        }
        return with(DONE, steps);
    }

    private BegunIntake with(String field, List<String> values) {
        Map<String, List<String>> all = new LinkedHashMap<>(typed);
        all.put(field, values);
        return new BegunIntake(all);
    }

    /** As many people as the kind says or usually has. */
    BegunIntake counted() {
        FormInput input = form();
        CaseKind kind = Stream.of(CaseKind.values())
                .filter(each -> input.isChosen("kind", each.name()))
                .findFirst()
                .orElse(CaseKind.INDIVIDUAL);
        if (kind == CaseKind.INDIVIDUAL) {
            return with("people", List.of("1")).with("more", List.of(""));
        }
        int told = Math.max(IntakeForm.people(input), IntakeForm.usualNumber(kind));
        return with("people", List.of(Integer.toString(told)));
    }

    /** Room for another person, or for one less; what was typed of them stays. */
    BegunIntake changed(FormInput sent) {
        FormInput input = form();
        input.with("do", sent.typed("do"));
        IntakeForm.changePeople(input);
        return with("people", input.answers("people"));
    }

    Map<String, List<String>> typed() {
        return typed;
    }

    boolean isAnswered(IntakeStep step) {
        return typed.getOrDefault(DONE, List.of()).contains(step.name());
    }

    /** A step that is answered, and whose answer holds. */
    boolean isDone(IntakeStep step, IntakeNames names) {
        FormInput input = form();
        step.read(input, names);
        return isAnswered(step) && input.isValid();
    }

    /** The first step after another that is to be answered; the last one if none is. */
    IntakeStep next(IntakeStep after, IntakeNames names) {
        return Stream.concat(
                        Stream.of(IntakeStep.values()).skip(after.position()),
                        Stream.of(IntakeStep.values()).limit(after.position() - 1L))
                .filter(each -> each.isNeeded() && !isDone(each, names))
                .findFirst()
                .orElse(IntakeStep.CHECK);
    }

    /** The needed steps that nobody has answered, or whose answer does not hold any more. */
    List<IntakeStep> missing(IntakeNames names) {
        return Stream.of(IntakeStep.values())
                .filter(each -> each.isNeeded() && !isDone(each, names))
                .toList();
    }

    List<String> prefixes() {
        return IntakeForm.prefixes(form());
    }

    /** Everything that was typed, as one form. */
    FormInput form() {
        FormInput input = FormInput.blank();
        typed.forEach(input::with);
        return input;
    }

    /** The same; what nobody has answered yet stands at «unknown», or at what is usual. */
    FormInput page(LocalDate today) {
        FormInput usual = StageForm.blank(
                        form().isChosen("kind", CaseKind.REPORTED_ONLY.name()) ? Stage.REPORTED : Stage.CONTACT, today)
                .with("kind", CaseKind.INDIVIDUAL)
                .with("priority", Priority.NORMAL);
        for (String each : prefixes()) {
            usual.with(each + "role", each.equals("person1.") ? ParticipantRole.PRINCIPAL : ParticipantRole.COMPANION)
                    .with(each + "ageBand", AgeBand.UNKNOWN)
                    .with(each + "sex", Sex.UNKNOWN)
                    .with(each + "elite", Answer.UNKNOWN)
                    .with(each + "unaccompanied", Answer.UNKNOWN);
        }
        typed.forEach(usual::with);
        return usual;
    }
}
