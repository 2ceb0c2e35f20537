package org.durumi.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;

/**
 * One thing that an entry of a journey says.
 *
 * @param label the key of its name
 * @param value in the reader's words
 */
public record EntryDetail(String label, String value) {

    /**
     * Everything that an entry says besides its stage and its dates; what is not known is left out.
     *
     * @param names of the brokers and legs that it may mention, by identifier
     */
    public static List<EntryDetail> of(NewStage reported, Map<String, String> names, Texts texts) {
        List<EntryDetail> all = new ArrayList<>();
        StageDetails details = reported.details();
        add(all, "stage.place", reported.place().in(texts));
        add(all, "stage.words", texts.words(reported.happened()));
        details.broker().ifPresent(broker -> add(all, "stage.broker", names.getOrDefault(broker.toString(), "")));
        details.leg().ifPresent(leg -> add(all, "stage.leg", names.getOrDefault(leg.toString(), "")));
        add(all, authorityLabel(reported.stage()), details.authority());
        add(all, "stage.facility", details.facility());
        if (reported.stage() == Stage.DETENTION) {
            add(all, "stage.acknowledged", texts.text(details.acknowledged()));
            add(all, "stage.goal-known", goal(details.goalKnown(), texts));
        }
        if (details.departure() != Departure.NONE) {
            add(all, "stage.departure", texts.text(details.departure()));
            addChecklist(all, details.checklist(), texts);
        }
        if (details.returnKind() != ReturnKind.NONE) {
            add(all, "stage.return-kind", texts.text(details.returnKind()));
        }
        details.attemptOutcome().ifPresent(outcome -> add(all, "stage.attempt-outcome", texts.text(outcome)));
        add(all, "stage.reason", reported.reason());
        return List.copyOf(all);
    }

    /** The key of the name of the authority: whose mission, who holds, who received. */
    public static String authorityLabel(Stage stage) {
        return switch (stage) {
            case MISSION -> "stage.authority.mission";
            case ARRIVAL -> "stage.authority.arrival";
            default -> "stage.authority.detention";
        };
    }

    private static String goal(GoalKnown known, Texts texts) {
        return known == GoalKnown.UNKNOWN ? texts.text(Answer.UNKNOWN) : texts.text(known);
    }

    private static void addChecklist(List<EntryDetail> all, Checklist checklist, Texts texts) {
        add(all, "checklist.phones-left-home", texts.text(checklist.phonesLeftHome()));
        add(all, "checklist.broker-vetted", texts.text(checklist.brokerVetted()));
        add(all, "checklist.price-compared", texts.text(checklist.priceCompared()));
        add(all, "checklist.check-in-plan", texts.text(checklist.checkInPlan()));
        add(all, "checklist.consent-given", texts.text(checklist.consentGiven()));
    }

    private static void add(List<EntryDetail> all, String label, String value) {
        if (!value.isEmpty()) {
            all.add(new EntryDetail(label, value));
        }
    }
}
