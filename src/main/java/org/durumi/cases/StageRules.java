package org.durumi.cases;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.VisibleText;
import org.durumi.route.Stage;
import org.durumi.route.Stances;
import org.durumi.route.Standpoint;

/**
 * What each stage asks for. The table of docs/domain/stages.md in words: dates, country, reason, checklist, outcome.
 *
 * @param today in the organisation's zone
 * @param stances what each country does today with people who fled
 */
record StageRules(LocalDate today, Stances stances) {
    /** Days without news after which a repatriation may be presumed. */
    static final int SILENT_DAYS_BEFORE_PRESUMED_RETURN = 90;

    private static final Set<Stage> NEED_COUNTRY = EnumSet.of(Stage.TRANSIT, Stage.MISSION, Stage.ARRIVAL);

    /**
     * @param before the entries that stand before this one; none for the first
     * @throws RuleViolation at the field that breaks a rule
     */
    void check(StandingEntries before, NewStage reported) {
        checkDates(reported);
        checkNamed(reported);
        if (NEED_COUNTRY.contains(reported.stage())
                && reported.place().country().isEmpty()) {
            throw RuleViolation.at("place.country", "stage.country.missing", reported.stage());
        }
        checkCountry(reported);
        if (reported.stage() == Stage.ARRIVAL && !reported.happened().isKnown()) {
            throw RuleViolation.at("happened", "stage.date.missing", reported.stage());
        }
        if (reported.stage() == Stage.REPATRIATION) {
            checkReturn(before.last(), reported);
        }
        before.standpoint().ifPresent(from -> checkChange(from, reported));
    }

    private void checkDates(NewStage reported) {
        if (reported.knownOn().isAfter(today)) {
            throw RuleViolation.at("knownOn", "stage.known-on.future");
        }
        if (reported.happened().isAfter(today)) {
            throw RuleViolation.at("happened", "stage.happened.future");
        }
        if (reported.happened().isAfter(reported.knownOn())) {
            throw RuleViolation.at("knownOn", "stage.known-on.before-happened");
        }
    }

    /** Nobody arrives in the North or finds a mission there, and whoever is sent back is sent there. */
    private static void checkCountry(NewStage reported) {
        boolean north = reported.place().isIn(Stances.NORTH_KOREA);
        if (north && (reported.stage() == Stage.ARRIVAL || reported.stage() == Stage.MISSION)) {
            throw RuleViolation.at("place.country", "stage.country.north", reported.stage());
        }
        if (reported.stage() == Stage.REPATRIATION
                && !north
                && !reported.place().country().isEmpty()) {
            throw RuleViolation.at("place.country", "stage.country.only-north", reported.stage());
        }
    }

    /** Whether a supervisor confirms it: what the stages say, and an arrival where nobody is known to be protected. */
    boolean needsConfirmation(Stage from, NewStage reported) {
        boolean elsewhere = reported.stage() == Stage.ARRIVAL
                && !stances.isProtecting(reported.place().country());
        return elsewhere || from.needsConfirmationTo(reported.stage());
    }

    /** Whether they are of the case is asked of those who know: {@link StageRequested}. */
    private static void checkNamed(NewStage reported) {
        if (reported.details().broker().isPresent() && reported.stage() != Stage.BROKER) {
            throw RuleViolation.at("broker", "stage.broker.foreign");
        }
        if (reported.details().leg().isPresent() && reported.stage() != Stage.TRANSIT) {
            throw RuleViolation.at("leg", "stage.leg.foreign");
        }
    }

    private void checkReturn(Optional<StageEntry> before, NewStage reported) {
        ReturnKind kind = reported.details().returnKind();
        if (kind == ReturnKind.NONE) {
            throw RuleViolation.at("returnKind", "stage.return-kind.missing");
        }
        boolean silentLongEnough = before.map(entry -> !entry.knownOn()
                        .plusDays(SILENT_DAYS_BEFORE_PRESUMED_RETURN)
                        .isAfter(today))
                .orElse(true);
        if (kind == ReturnKind.PRESUMED && !silentLongEnough) {
            throw RuleViolation.at("returnKind", "stage.return-kind.too-early", SILENT_DAYS_BEFORE_PRESUMED_RETURN);
        }
    }

    private void checkChange(Standpoint from, NewStage reported) {
        Stage to = reported.stage();
        if (from.departsTo(to)) {
            checkDeparture(reported);
        }
        if (from.failsTo(to)
                && reported.details()
                        .attemptOutcome()
                        .filter(outcome -> outcome.isFailure())
                        .isEmpty()) {
            throw RuleViolation.at("attemptOutcome", "stage.attempt-outcome.missing");
        }
        if (needsConfirmation(from.stage(), reported)) {
            requireReason(reported, "stage.reason.for-confirmation");
        }
    }

    private static void checkDeparture(NewStage reported) {
        Checklist checklist = reported.details().checklist();
        switch (reported.details().departure()) {
            case NONE -> throw RuleViolation.at("departure", "stage.departure.missing");
            case HAS_LEFT -> requireReason(reported, "stage.reason.has-left");
            case PLANNED -> {
                if (!checklist.isAnswered()) {
                    throw RuleViolation.at("checklist", "stage.checklist.missing");
                }
                if (!checklist.isComplete()) {
                    requireReason(reported, "stage.reason.checklist");
                }
            }
        }
    }

    private static void requireReason(NewStage reported, String messageKey) {
        if (VisibleText.isEmpty(reported.reason())) {
            throw RuleViolation.at("reason", messageKey);
        }
    }
}
