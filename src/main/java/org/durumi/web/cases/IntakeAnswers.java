package org.durumi.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.Priority;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;

/** What was answered in one step of an intake, in the reader's words. */
public record IntakeAnswers(IntakeStep step, List<Said> said) {
    /** @param value empty if nothing was answered */
    public record Said(String label, String value) {}

    static List<IntakeAnswers> of(BegunIntake begun, Page page, IntakeNames names) {
        FormInput input = begun.form();
        Reading reading = new Reading(input, page.texts());
        return List.of(
                new IntakeAnswers(
                        IntakeStep.KIND, List.of(reading.said("cases.kind", "kind", Field.choice(CaseKind.class)))),
                new IntakeAnswers(IntakeStep.PEOPLE, people(reading, names)),
                new IntakeAnswers(
                        IntakeStep.FIRST,
                        List.of(
                                new Said(page.text("intake.stage"), stage(input, page)),
                                reading.said("stage.happened", "happened", Field.date()),
                                reading.said("stage.place", "place", Field.place()),
                                reading.said("stage.known-on", "knownOn", Field.day()),
                                reading.said("stage.certainty", "certainty", Field.choice(Certainty.class)),
                                new Said(page.text("stage.reason"), input.typed("reason")))),
                new IntakeAnswers(
                        IntakeStep.WAY,
                        List.of(
                                reading.said("cases.route", "route", Field.choice(RouteKind.class)),
                                input.typed("destination").isEmpty()
                                        ? new Said(page.text("cases.destination"), page.text("form.unknown"))
                                        : reading.said("cases.destination", "destination", Field.country()),
                                reading.said("cases.priority", "priority", Field.choice(Priority.class)),
                                new Said(page.text("cases.label"), input.typed("label")))));
    }

    private static String stage(FormInput input, Page page) {
        return input.typed("stage").isEmpty() ? "" : page.text("intake.stage." + input.typed("stage"));
    }

    private static List<Said> people(Reading reading, IntakeNames names) {
        List<Said> all = new ArrayList<>();
        List<String> prefixes = IntakeForm.prefixes(reading.input());
        for (int i = 0; i < prefixes.size(); i++) {
            String name = names.shown(reading.input(), prefixes.get(i));
            String known = reading.person(prefixes.get(i));
            all.add(new Said(
                    reading.texts().text("participant.name", Character.toString((char) ('A' + i))),
                    Stream.of(name, known).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "))));
        }
        IntakeForm.more(reading.input())
                .filter(more -> more > 0)
                .ifPresent(more -> all.add(new Said(
                        reading.texts().text("intake.more"),
                        more + reading.texts().text("intake.more.unit"))));
        return all;
    }

    private record Reading(FormInput input, Texts texts) {
        <T> Said said(String label, String field, Field<T> kind) {
            return new Said(
                    texts.text(label),
                    input.has(field)
                            ? input.read(field, kind)
                                    .map(each -> kind.show(each, texts))
                                    .orElse("")
                            : "");
        }

        String person(String prefix) {
            Optional<NewParticipant> known =
                    input.has(prefix + "role") ? IntakeForm.PERSON.read(input, prefix) : Optional.empty();
            return known.map(each -> Stream.of(
                                    texts.text(each.role()),
                                    texts.text(each.ageBand()),
                                    texts.text(each.sex()),
                                    asked("participant.elite.is.", each.elite()),
                                    asked("participant.unaccompanied.is.", each.unaccompanied()))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining(" · ")))
                    .orElse("");
        }

        /** Of what nobody knows nothing is said. */
        private String asked(String key, Answer answer) {
            return answer == Answer.UNKNOWN ? "" : texts.text(key + answer.name());
        }
    }
}
