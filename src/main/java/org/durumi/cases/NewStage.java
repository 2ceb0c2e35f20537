package org.durumi.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;

/**
 * What somebody reports about a stage that a participant has reached.
 *
 * @param happened when it happened, as precisely as known
 * @param knownOn the day on which the organisation learned of it
 * @param reason why, in the caseworker's words; may be empty where no rule asks for it
 */
public record NewStage(
        @NotNull Stage stage,
        @NotNull PartialDate happened,
        @NotNull LocalDate knownOn,
        @NotNull Place place,
        @NotNull Certainty certainty,
        @NotNull @Longest(value = 1000, lines = true) String reason,
        @NotNull @Valid StageDetails details) {

    /** The same on another leg, or on none. */
    NewStage on(Optional<EntryId> leg) {
        return new NewStage(stage, happened, knownOn, place, certainty, reason, details.on(leg));
    }

    /** What of it concerns somebody who comes from a stage: only who leaves is asked for the departure, only who fails how. */
    NewStage of(Standpoint from) {
        StageDetails concerning = details;
        if (!from.departsTo(stage)) {
            concerning = concerning.departing(Departure.NONE, Checklist.notAsked());
        }
        if (!from.failsTo(stage)) {
            concerning = concerning.notFailed();
        }
        return new NewStage(stage, happened, knownOn, place, certainty, reason, concerning);
    }
}
