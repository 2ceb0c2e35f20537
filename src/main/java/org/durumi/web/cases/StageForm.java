package org.durumi.web.cases;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.Checklist;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewStage;
import org.durumi.cases.ReturnKind;
import org.durumi.cases.StageDetails;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.risk.ChecklistQuestion;
import org.durumi.risk.RecordedChecklist;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.route.Stances;
import org.durumi.web.support.Difference;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** The fields of a stage: when, where, how sure, and what only this stage has. */
final class StageForm {
    static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 80;
    private static final Field<PartialDate> WHEN = Field.date();

    private StageForm() {}

    /** A form for a stage that became known today. */
    static FormInput blank(Stage stage, LocalDate today) {
        FormInput form = FormInput.blank().with("stage", stage).with("knownOn", today.toString());
        return stage == Stage.REPATRIATION
                ? form.with("place", Field.place(), new Place("", Stances.NORTH_KOREA.value()))
                : form;
    }

    /** Answers of the checklist what the record knows. */
    static FormInput fill(FormInput form, RecordedChecklist recorded) {
        for (ChecklistQuestion each : ChecklistQuestion.values()) {
            Answer answer = recorded.answer(each);
            if (answer != Answer.UNKNOWN) {
                form.with(each.field(), answer);
            }
        }
        return form;
    }

    /**
     * A form that was sent.
     *
     * @param stage the stage as the address says it; if empty, a field of the form does
     */
    static FormInput of(MultivaluedMap<String, String> fields, String stage) {
        FormInput input = FormInput.of(fields);
        return stage.isEmpty() ? input : input.with("stage", stage);
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewStage> read(FormInput input) {
        Optional<Stage> stage = input.read("stage", Field.choice(Stage.class));
        Optional<PartialDate> happened = input.read("happened", WHEN);
        Optional<Place> place = input.read("place", Field.place());
        Optional<LocalDate> knownOn = input.read("knownOn", Field.day());
        Optional<Certainty> certainty = input.read("certainty", Field.choice(Certainty.class));
        Optional<StageDetails> details = stage.map(each -> details(input, each));
        Optional<String> reason = input.read("reason", Field.optionalLines(LONGEST_REASON));
        return input.isValid()
                ? Optional.of(new NewStage(
                        stage.orElseThrow(),
                        happened.orElseThrow(),
                        knownOn.orElseThrow(),
                        place.orElseThrow(),
                        certainty.orElseThrow(),
                        reason.orElseThrow(),
                        details.orElseThrow()))
                : Optional.empty();
    }

    /** Shows what was reported. */
    static FormInput fill(FormInput input, NewStage reported) {
        StageDetails details = reported.details();
        Checklist checklist = details.checklist();
        input.with("stage", reported.stage())
                .with("happened", WHEN, reported.happened())
                .with("place", Field.place(), reported.place())
                .with("knownOn", Field.day(), reported.knownOn())
                .with("certainty", reported.certainty())
                .with("reason", reported.reason())
                .with("broker", details.broker().map(Object::toString).orElse(""))
                .with("leg", details.leg().map(Object::toString).orElse(""))
                .with("phonesLeftHome", checklist.phonesLeftHome())
                .with("brokerVetted", checklist.brokerVetted())
                .with("priceCompared", checklist.priceCompared())
                .with("checkInPlan", checklist.checkInPlan())
                .with("consentGiven", checklist.consentGiven())
                .with("authority", details.authority())
                .with("facility", details.facility())
                .with("acknowledged", details.acknowledged())
                .with("goalKnown", details.goalKnown());
        if (details.departure() != Departure.NONE) {
            input.with("departure", details.departure());
        }
        if (details.returnKind() != ReturnKind.NONE) {
            input.with("returnKind", details.returnKind());
        }
        details.attemptOutcome().ifPresent(outcome -> input.with("attemptOutcome", outcome));
        return input;
    }

    /** What was typed beside the entry that stands now. */
    static List<Difference> differences(NewStage typed, NewStage standing, Texts texts) {
        return List.of(
                new Difference("stage.stage", texts.text(typed.stage()), texts.text(standing.stage())),
                new Difference("stage.when", WHEN.show(typed.happened(), texts), WHEN.show(standing.happened(), texts)),
                new Difference(
                        "stage.place", typed.place().in(texts), standing.place().in(texts)),
                new Difference("stage.known-on", texts.day(typed.knownOn()), texts.day(standing.knownOn())),
                new Difference("stage.certainty", texts.text(typed.certainty()), texts.text(standing.certainty())),
                new Difference("stage.reason", typed.reason(), standing.reason()));
    }

    private static StageDetails details(FormInput input, Stage stage) {
        StageDetails none = StageDetails.none();
        return switch (stage) {
            case BROKER ->
                input.readIfTyped("broker", Field.id(BrokerId::new))
                        .map(failed(input, none)::withBroker)
                        .orElseGet(() -> failed(input, none));
            case TRANSIT ->
                input.readIfTyped("leg", Field.id(EntryId::new))
                        .map(departure(input, none)::onLeg)
                        .orElseGet(() -> departure(input, none));
            case MISSION, ARRIVAL -> none.with(name(input, "authority"), "", Answer.UNKNOWN, GoalKnown.UNKNOWN);
            case DETENTION ->
                none.with(
                        name(input, "authority"),
                        name(input, "facility"),
                        answer(input, "acknowledged"),
                        input.readIfTyped("goalKnown", Field.choice(GoalKnown.class))
                                .orElse(GoalKnown.UNKNOWN));
            case REPATRIATION ->
                none.returned(input.readIfTyped("returnKind", Field.choice(ReturnKind.class))
                        .orElse(ReturnKind.NONE));
            case CONTACT -> failed(input, none);
            default -> none;
        };
    }

    private static StageDetails failed(FormInput input, StageDetails none) {
        return input.readIfTyped("attemptOutcome", Field.choice(AttemptOutcome.class))
                .map(none::failed)
                .orElse(none);
    }

    private static StageDetails departure(FormInput input, StageDetails none) {
        return none.departing(
                input.readIfTyped("departure", Field.choice(Departure.class)).orElse(Departure.NONE),
                new Checklist(
                        answer(input, "phonesLeftHome"),
                        answer(input, "brokerVetted"),
                        answer(input, "priceCompared"),
                        answer(input, "checkInPlan"),
                        answer(input, "consentGiven")));
    }

    private static Answer answer(FormInput input, String field) {
        return input.read(field, Field.answer()).orElse(Answer.UNKNOWN);
    }

    private static String name(FormInput input, String field) {
        return input.read(field, Field.optionalLine(LONGEST_NAME)).orElse("");
    }
}
