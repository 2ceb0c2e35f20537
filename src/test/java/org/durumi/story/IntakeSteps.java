package org.durumi.story;

import java.util.List;
import java.util.UUID;
import org.durumi.stack.Caller;

/** The steps of an intake as a page of ours sends them, for tests without a browser. */
final class IntakeSteps {
    static final String BEGIN = "/cases/intake";

    /** What is sent after the draft was begun, in order. */
    static final List<String> AFTER = List.of("kind", "people", "first", "way", "check");

    private IntakeSteps() {}

    /** The fields of a step, for one woman who is in contact: names and values in turn. */
    static String[] fields(String step) {
        return switch (step) {
            case "kind" -> once("kind", "INDIVIDUAL", "people", "");
            case "people" ->
                once(
                        "person1.role", "PRINCIPAL",
                        "person1.ageBand", "AGE_30_39",
                        "person1.sex", "FEMALE",
                        "person1.elite", "UNKNOWN",
                        "person1.unaccompanied", "UNKNOWN",
                        "more", "");
            case "first" ->
                once(
                        "stage", "CONTACT",
                        "happened", Intake.today(),
                        "happened.qualifier", "EXACT",
                        "happened.words", "",
                        "place", "",
                        "place.country", "CN",
                        "knownOn", Intake.today(),
                        "certainty", "PROBABLE",
                        "reason", "told by a relative");
            case "way" -> once("route", "LAND_VIA_CHINA", "destination", "", "priority", "NORMAL", "label", "");
            default -> once();
        };
    }

    private static String[] once(String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "once";
        all[1] = UUID.randomUUID().toString();
        return all;
    }

    /** Where an answer leads. */
    static String next(Caller.Answer answer) {
        if (answer.status() != 303) {
            throw new IllegalStateException("a step was answered with " + answer.status());
        }
        return answer.header("Location").replaceAll("^https?://[^/]*", "");
    }

    /** The address of the draft to whose next step an answer leads. */
    static String draft(Caller.Answer begun) {
        return next(begun).replaceAll("/\\w+$", "");
    }
}
