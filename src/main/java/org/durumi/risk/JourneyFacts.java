package org.durumi.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.durumi.cases.Confirmation;
import org.durumi.cases.Departure;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;

/**
 * What the journey of one participant tells the rules: where they stand, what is carried from before, when they left and
 * with whom.
 */
final class JourneyFacts {
    /** What somebody comes into without anything having become better. */
    private static final Set<Stage> MERELY_HAPPEN =
            EnumSet.of(Stage.TRANSIT, Stage.DETENTION, Stage.CONTACT_LOST, Stage.REPATRIATION);

    /** Where somebody who was held is free, if a supervisor has confirmed that they came out. */
    private static final Set<Stage> RELEASED = EnumSet.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT);

    private final List<StageEntry> entries;

    /** Where each of the entries led. */
    private final List<Standpoint> standpoints = new ArrayList<>();

    /** Whether each of the entries leaves them held, as far as a supervisor knows. */
    private final List<Boolean> held = new ArrayList<>();

    /** @param entries those that stand, in the order of the journey; at least one */
    JourneyFacts(List<StageEntry> entries) {
        this.entries = List.copyOf(entries);
        for (StageEntry each : entries) {
            standpoints.add(
                    standpoints.isEmpty()
                            ? Standpoint.of(List.of(each.stage()))
                            : standpoints.get(standpoints.size() - 1).then(each.stage()));
            held.add(isHeldAfter(each, !held.isEmpty() && held.getLast()));
        }
    }

    /** Those that stand, in the order of the journey. */
    List<StageEntry> entries() {
        return entries;
    }

    /** Where the participant stands. */
    Facts.Standing standing() {
        return standing(entries.size() - 1);
    }

    /** Where they stood before, as far as it is carried; the oldest first. */
    List<Facts.Standing> earlier() {
        return IntStream.range(oldestCarried(), entries.size() - 1)
                .mapToObj(this::standing)
                .toList();
    }

    /** The place of the oldest entry of which what stood there is carried; the last one if nothing is. */
    private int oldestCarried() {
        int place = entries.size() - 1;
        while (place > 0 && carriesOn(place)) {
            place--;
        }
        return place;
    }

    /** Silence says nothing of where they are, and nobody is out before a supervisor has confirmed it, whatever followed. */
    private static boolean isHeldAfter(StageEntry entry, boolean before) {
        return switch (entry.stage()) {
            case DETENTION -> true;
            case CONTACT_LOST -> before;
            case REPATRIATION, CONTACT, BROKER, TRANSIT -> before && !isConfirmed(entry);
            default -> false;
        };
    }

    /** Whoever changed the entry past the application may have written the supervisor's word for it. */
    private static boolean isConfirmed(StageEntry entry) {
        return entry.confirmation() == Confirmation.CONFIRMED && !entry.isChangedOutside();
    }

    /** When it was written down that they are out of custody, confirmed or not; empty if they were never held, or still are. */
    Optional<Instant> free() {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).stage() != Stage.DETENTION) {
            place--;
        }
        return place == 0
                ? Optional.empty()
                : entries.subList(place, entries.size()).stream()
                        .filter(each -> each.stage() != Stage.CONTACT_LOST && each.stage() != Stage.REPATRIATION)
                        .findFirst()
                        .map(each -> each.recorded().at());
    }

    /** The entries that say that somebody was in touch with them: none by which they came out of custody, as long as nobody has confirmed it. */
    List<StageEntry> contacts() {
        return IntStream.range(0, entries.size())
                .filter(place -> entries.get(place).stage() == Stage.CONTACT && !held.get(place))
                .mapToObj(entries::get)
                .toList();
    }

    /** Whether what stood before an entry still counts. */
    private boolean carriesOn(int place) {
        Stage stage = entries.get(place).stage();
        boolean comesOut = held.get(place - 1) && RELEASED.contains(stage);
        return comesOut ? held.get(place) : MERELY_HAPPEN.contains(stage);
    }

    private Facts.Standing standing(int place) {
        StageEntry entry = entries.get(place);
        return new Facts.Standing(
                entry.stage(),
                standpoints.get(place).left(),
                entry.knownOn(),
                entry.country(),
                entry.certainty(),
                entry.goalKnown());
    }

    /** How many days ago they left, at least; empty if they have not left. Rules about time use the worst end. */
    Optional<Integer> daysOnTheWay(LocalDate today) {
        return departed().map(day -> (int) ChronoUnit.DAYS.between(day, today));
    }

    private Optional<LocalDate> departed() {
        return departure().map(entries::get).map(entry -> {
            PartialDate happened = entry.happened();
            return happened.isKnown() ? happened.latest() : entry.knownOn();
        });
    }

    /** The place of the entry by which they left; empty if they have not left. */
    private Optional<Integer> departure() {
        int place = entries.size();
        while (place > 0 && standpoints.get(place - 1).left()) {
            place--;
        }
        return place == entries.size() ? Optional.empty() : Optional.of(place);
    }

    /** The broker with whom they are on their way, or are about to be. */
    Optional<BrokerId> engaged() {
        int place = entries.size() - 1;
        while (place > 0 && entries.get(place).stage() != Stage.BROKER && carriesOn(place)) {
            place--;
        }
        return entries.get(place).broker();
    }

    /** Whether a leg lies ahead, did so at a stage that is carried, or is one that they have travelled since they left. */
    boolean counts(Leg leg) {
        LegState state = leg.state(who());
        if (state.isAhead() || wasAheadWhereTheyAreCarriedFrom(leg)) {
            return true;
        }
        Optional<Integer> departure = departure();
        boolean named = departure.isPresent()
                && entries.subList(departure.get(), entries.size()).stream()
                        .anyMatch(each ->
                                each.leg().filter(leg.original()::equals).isPresent());
        boolean over = state == LegState.DONE
                && departed()
                        .map(day -> !leg.wasOverBefore(day))
                        .orElse(!standing().stage().isBeforeDeparture()
                                || !earlier().isEmpty());
        return named || over;
    }

    /** What has merely happened to them has ended it; or an entry did that does not stand any more, and nobody knows. */
    private boolean wasAheadWhereTheyAreCarriedFrom(Leg leg) {
        return leg.endedBy(who()).filter(each -> !endedEarlier(each)).isPresent();
    }

    private boolean endedEarlier(EntryId ending) {
        return entries.subList(0, oldestCarried() + 1).stream()
                .anyMatch(each -> each.id().equals(ending));
    }

    private ParticipantId who() {
        return entries.getFirst().participant();
    }

    /**
     * Whether they are on their way, and the checklist of the departure says that the phones were not left at home: then a
     * phone of which nobody knows is carried, for unknown is not safe.
     */
    boolean phonesTaken() {
        return !standing().stage().isBeforeDeparture()
                && entries.stream()
                        .filter(entry -> entry.departure() != Departure.NONE)
                        .reduce((earlier, later) -> later)
                        .filter(entry -> entry.checklist().phonesLeftHome() == Answer.NO)
                        .isPresent();
    }
}
