package org.durumi.web.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseKind;
import org.durumi.cases.Priority;
import org.durumi.route.RouteKind;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** The steps of an intake, in the order in which they are asked; each may be answered whenever somebody likes. */
public enum IntakeStep {
    /** Whether somebody has a case already, if a name is known. */
    NAME("person1\\.(hangul|latin|han|birthYear)|answered"),
    KIND("kind|people"),
    PEOPLE("person[1-9]\\.[a-zA-Z]+|more|answered"),
    /** Where they are, and how we know. */
    FIRST("stage|happened(\\.[a-z]+)?|place(\\.country)?|knownOn|certainty|reason"),
    WAY("route|destination|priority|label"),
    CHECK("answered");

    /** As long as {@link CaseDescription} allows. */
    public static final int LONGEST_LABEL = 40;

    private final String fields;

    /** @param fields the pattern of the names of its fields */
    IntakeStep(String fields) {
        this.fields = fields;
    }

    /** Reads its fields, and notes there what is wrong. */
    void read(FormInput input, IntakeNames names) {
        switch (this) {
            case NAME -> names.read(input, IntakeForm.prefixes(input));
            case KIND -> {
                input.read("kind", Field.choice(CaseKind.class));
                input.readIfTyped("people", Field.number(1, IntakeForm.MOST_PEOPLE));
            }
            case PEOPLE -> {
                IntakeForm.prefixes(input).forEach(each -> IntakeForm.PERSON.read(input, each));
                names.read(input, IntakeForm.prefixes(input));
                IntakeForm.more(input);
            }
            case FIRST -> StageForm.read(input);
            case WAY -> {
                input.read("route", Field.choice(RouteKind.class));
                input.readIfTyped("destination", Field.country());
                input.read("priority", Field.choice(Priority.class));
                label(input);
            }
            case CHECK -> Stream.of(values()).filter(each -> each != CHECK).forEach(each -> each.read(input, names));
        }
    }

    /** Its place among the steps, from 1. */
    public int position() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** Whether a field is one of this step. */
    boolean asks(String field) {
        return field.matches(fields);
    }

    /** Whether it must be answered: the others have an answer that says that nothing is known. */
    boolean isNeeded() {
        return this != NAME && this != CHECK;
    }

    /** The last part of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<IntakeStep> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The step to which an address leads. */
    public static IntakeStep reached(String address) {
        return of(address.substring(address.lastIndexOf('/') + 1)).orElse(CHECK);
    }

    /** What its caseworkers call the case; empty if that is missing or wrong. */
    static Optional<String> label(FormInput input) {
        return input.read("label", Field.optionalLine(LONGEST_LABEL));
    }
}
