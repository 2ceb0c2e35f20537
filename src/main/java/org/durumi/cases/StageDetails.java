package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.route.AttemptOutcome;

/**
 * What only some stages have: the broker, the leg, the departure with its checklist, who holds somebody and where, the
 * kind of a repatriation, how an attempt failed.
 *
 * @param authority who holds or received the participant, or whose mission it is; empty if not known
 * @param facility where they are held; empty if not known
 */
public record StageDetails(
        Optional<BrokerId> broker,
        Optional<EntryId> leg,
        Departure departure,
        Checklist checklist,
        @NotNull @Longest(80) String authority,
        @NotNull @Longest(80) String facility,
        Answer acknowledged,
        GoalKnown goalKnown,
        ReturnKind returnKind,
        Optional<AttemptOutcome> attemptOutcome) {

    /** No details: as for contact, lost contact or withdrawal. */
    public static StageDetails none() {
        return new StageDetails(
                Optional.empty(),
                Optional.empty(),
                Departure.NONE,
                Checklist.notAsked(),
                "",
                "",
                Answer.UNKNOWN,
                GoalKnown.UNKNOWN,
                ReturnKind.NONE,
                Optional.empty());
    }

    public StageDetails withBroker(BrokerId engaged) {
        return new StageDetails(
                Optional.of(engaged),
                leg,
                departure,
                checklist,
                authority,
                facility,
                acknowledged,
                goalKnown,
                returnKind,
                attemptOutcome);
    }

    public StageDetails onLeg(EntryId travelled) {
        return on(Optional.of(travelled));
    }

    StageDetails on(Optional<EntryId> travelled) {
        return new StageDetails(
                broker,
                travelled,
                departure,
                checklist,
                authority,
                facility,
                acknowledged,
                goalKnown,
                returnKind,
                attemptOutcome);
    }

    public StageDetails departing(Departure kind, Checklist answers) {
        return new StageDetails(
                broker, leg, kind, answers, authority, facility, acknowledged, goalKnown, returnKind, attemptOutcome);
    }

    /** Held by, received by, or with a mission of an authority. */
    public StageDetails with(String which, String where, Answer isAcknowledged, GoalKnown police) {
        return new StageDetails(
                broker, leg, departure, checklist, which, where, isAcknowledged, police, returnKind, attemptOutcome);
    }

    public StageDetails returned(ReturnKind kind) {
        return new StageDetails(
                broker, leg, departure, checklist, authority, facility, acknowledged, goalKnown, kind, attemptOutcome);
    }

    public StageDetails failed(AttemptOutcome outcome) {
        return failed(Optional.of(outcome));
    }

    StageDetails notFailed() {
        return failed(Optional.empty());
    }

    private StageDetails failed(Optional<AttemptOutcome> outcome) {
        return new StageDetails(
                broker, leg, departure, checklist, authority, facility, acknowledged, goalKnown, returnKind, outcome);
    }
}
