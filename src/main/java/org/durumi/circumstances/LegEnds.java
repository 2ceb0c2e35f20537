package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;

/**
 * What a stage that somebody reaches makes of the legs on which they travel: the one that it names is under way, and those
 * that it ends are done or aborted. The rules stand in docs/domain/route.md.
 *
 * <p>Only a stage at which somebody stands moves a leg. What was ended by an entry that was corrected, or sent back, is
 * corrected by hand.
 */
@ApplicationScoped
class LegEnds {
    @Inject
    Ways ways;

    @Inject
    CaseAccess access;

    void stageEntered(@Observes StageEntered entered) {
        if (entered.isNewStandpoint()
                && moves(entered)
                && ways.numberOfLegs(entered.file().id()) > 0) {
            access.alsoNames(entered.file(), AccessGroup.LEG);
            CaseKey key = entered.file().key(AccessGroup.LEG);
            moved(key.opened(ways.legs(entered.file().id())), entered, key).forEach(ways::save);
        }
    }

    /** Whether it may make anything of a leg. */
    private static boolean moves(StageEntered entered) {
        return switch (entered.entry().stage()) {
            case REPORTED, CONTACT_LOST -> false;
            case CONTACT, BROKER -> entered.isWayBack();
            case TRANSIT -> entered.entry().leg().isPresent();
            case DETENTION -> isArrest(entered);
            case MISSION, ARRIVAL, REPATRIATION, WITHDRAWN, DECEASED -> true;
        };
    }

    /** Those of the legs that a stage has changed. */
    static List<Leg> moved(Collection<Leg> legs, StageEntered entered, CaseKey key) {
        ParticipantId who = entered.participant().id();
        return legs.stream()
                .filter(leg -> leg.stands() && !leg.isChangedOutside() && leg.isTravelledBy(who))
                .filter(leg -> isMoved(leg, who, entered, key))
                .toList();
    }

    private static boolean isMoved(Leg leg, ParticipantId who, StageEntered entered, CaseKey key) {
        if (isTaken(leg, entered.entry())) {
            return leg.depart(who, key);
        }
        StageEntry entry = entered.entry();
        // Whatever corrects the entry that ended it, and ends it too, ended it.
        boolean corrected = entry.replaces().isPresent() && entry.replaces().equals(leg.endedBy(who));
        LegState now = corrected ? leg.stateBeforeEnd(who) : leg.state(who);
        Optional<LegState> end = moves(entered) ? end(leg, now, entered) : Optional.empty();
        end.ifPresent(how -> leg.end(who, how, entry.id(), key));
        return end.isPresent();
    }

    private static boolean isTaken(Leg leg, StageEntry entry) {
        return entry.stage() == Stage.TRANSIT
                && entry.leg().filter(leg.original()::equals).isPresent();
    }

    /** How a stage ends a leg for whoever has reached it; empty if it does not. */
    private static Optional<LegState> end(Leg leg, LegState now, StageEntered entered) {
        boolean underWay = now == LegState.UNDER_WAY;
        StageEntry entry = entered.entry();
        return switch (entry.stage()) {
            // Whoever corrects which leg it is has not travelled the other.
            case TRANSIT -> LegState.DONE.onlyIf(underWay && entry.replaces().isEmpty());
            case MISSION, ARRIVAL -> LegState.DONE.onlyIf(underWay);
            case DETENTION ->
                underWay && entry.place().isSameAs(leg.to())
                        ? Optional.of(LegState.DONE)
                        : LegState.ABORTED.onlyIf(now.isAhead());
            case CONTACT, BROKER, REPATRIATION, WITHDRAWN, DECEASED -> LegState.ABORTED.onlyIf(now.isAhead());
            case REPORTED, CONTACT_LOST -> Optional.empty();
        };
    }

    /** Whoever is moved from one place of detention to another loses no plan by it. */
    private static boolean isArrest(StageEntered entered) {
        return entered.from().filter(from -> from.stage() == Stage.DETENTION).isEmpty();
    }
}
