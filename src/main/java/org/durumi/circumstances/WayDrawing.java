package org.durumi.circumstances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.DrawnWay.Break;
import org.durumi.circumstances.DrawnWay.Edge;
import org.durumi.circumstances.DrawnWay.Ride;
import org.durumi.circumstances.DrawnWay.Row;
import org.durumi.circumstances.DrawnWay.Station;
import org.durumi.circumstances.DrawnWay.Stroke;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;
import org.durumi.route.Stage;

/**
 * Draws a way, leg by leg: each begins at the last station of its travellers that is its place, in the lane of that station
 * if nothing has been drawn below it since, and else in a lane that is free from there on.
 */
final class WayDrawing {
    /** From so many lanes on, one serves others too, once nobody goes on in it. */
    private static final int MANY_LANES = 5;

    private static final Set<Stage> STILL_HELD =
            Set.of(Stage.DETENTION, Stage.CONTACT_LOST, Stage.REPATRIATION, Stage.DECEASED);

    private final List<Leg> legs;
    private final Function<ParticipantId, List<StageEntry>> journeys;
    private final List<Drafted> rows = new ArrayList<>();

    /** The last row of each lane in which something is drawn. */
    private final List<Integer> last = new ArrayList<>();

    /** Whom each lane has brought some way. */
    private final List<Set<ParticipantId>> brought = new ArrayList<>();

    private final Map<ParticipantId, List<Integer>> visited = new HashMap<>();

    /** A row that is being drawn. */
    private static final class Drafted {
        private final int lane;
        private final Optional<Leg> leg;
        private final Place place;
        private final List<Stroke> strokes = new ArrayList<>();
        private final List<Break> breaks = new ArrayList<>();
        private boolean reached;

        Drafted(int lane, Optional<Leg> leg, Place place) {
            this.lane = lane;
            this.leg = leg;
            this.place = place;
        }

        Row row() {
            return leg.<Row>map(each -> new Ride(lane, each, List.copyOf(strokes), List.copyOf(breaks)))
                    .orElseGet(() -> new Station(lane, place, reached, List.copyOf(strokes), List.copyOf(breaks)));
        }
    }

    WayDrawing(List<Leg> legs, Function<ParticipantId, List<StageEntry>> journeys) {
        this.legs = inOrder(legs);
        this.journeys = journeys;
    }

    DrawnWay draw() {
        for (int i = 0; i < legs.size(); i++) {
            draw(legs.get(i), legs.subList(i + 1, legs.size()));
        }
        return new DrawnWay(last.size(), rows.stream().map(Drafted::row).toList());
    }

    /**
     * First what was travelled, then what is planned, in the order of their days; where a day is not known, each after the one
     * that leads to where it begins.
     */
    private static List<Leg> inOrder(List<Leg> legs) {
        List<Leg> rest = new ArrayList<>(legs);
        rest.sort(Comparator.comparing(WayDrawing::isPlanned).thenComparing(Leg::left));
        List<Leg> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Leg next = ordered.isEmpty() ? beginning(rest) : after(ordered.getLast(), rest);
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean isPlanned(Leg leg) {
        return leg.state() == LegState.PLANNED;
    }

    private static Leg after(Leg before, List<Leg> rest) {
        Leg first = rest.getFirst();
        return rest.stream()
                .filter(each -> each.equals(first) || !each.left().isKnown() && isPlanned(each) == isPlanned(first))
                .filter(each -> leadsTo(before, each))
                .findFirst()
                .orElseGet(() -> beginning(rest));
    }

    private static Leg beginning(List<Leg> rest) {
        Leg first = rest.getFirst();
        Set<Leg> seen = new HashSet<>();
        Optional<Leg> earlier = Optional.of(first);
        while (earlier.isPresent() && seen.add(earlier.get())) {
            first = earlier.get();
            Leg later = first;
            earlier = later.left().isKnown()
                    ? Optional.empty()
                    : rest.stream()
                            .filter(each -> !each.left().isKnown() && isPlanned(each) == isPlanned(later))
                            .filter(each -> !each.equals(later) && leadsTo(each, later))
                            .findFirst();
        }
        return first;
    }

    private static boolean leadsTo(Leg before, Leg next) {
        return before.to().isSameAs(next.from()) && before.travellers().stream().anyMatch(next::isTravelledBy);
    }

    private void draw(Leg leg, List<Leg> later) {
        boolean begun = leg.travellers().stream().anyMatch(leg::wasBegunBy);
        List<Integer> origins = origins(leg);
        int from = origins.stream()
                .filter(this::isOpenBelow)
                .findFirst()
                .orElseGet(() -> origins.isEmpty() ? freshStation(leg, later) : origins.getFirst());
        int lane = isOpenBelow(from) ? rows.get(from).lane : freeLane(from, leg, later);
        brought.get(lane).addAll(leg.travellers());
        int ride = add(lane, new Drafted(lane, Optional.of(leg), leg.to()));
        rows.get(from).reached |= begun;
        connect(from, lane, ride, !begun);
        origins.stream()
                .filter(each -> each != from && isOpenBelow(each) && rows.get(each).lane != lane)
                .toList()
                .forEach(each -> join(each, ride, !begun));
        rows.get(ride).breaks.addAll(breaks(leg, LegState.ABORTED, who -> endOf(leg, who)));
        if (leg.state() != LegState.ABORTED) {
            boolean ahead = leg.travellers().stream().allMatch(who -> leg.state(who) != LegState.DONE);
            rows.get(ride).strokes.add(new Stroke(lane, Edge.MIDDLE, lane, Edge.BOTTOM, ahead));
            int to = add(lane, new Drafted(lane, Optional.empty(), leg.to()));
            rows.get(to).strokes.add(new Stroke(lane, Edge.TOP, lane, Edge.MIDDLE, ahead));
            rows.get(to).reached = !ahead;
            rows.get(to)
                    .breaks
                    .addAll(breaks(leg, LegState.DONE, who -> arrestAtTheEndOf(leg, who)).stream()
                            .filter(each -> each.by().isPresent())
                            .toList());
            leg.travellers().stream()
                    .filter(who -> leg.state(who) != LegState.ABORTED)
                    .forEach(who -> visited(who).add(to));
        }
    }

    private List<Integer> visited(ParticipantId who) {
        return visited.computeIfAbsent(who, any -> new ArrayList<>());
    }

    /** The stations at which its travellers were last of those that are its place, the lowest first. */
    private List<Integer> origins(Leg leg) {
        return leg.travellers().stream()
                .flatMap(who -> visited(who).reversed().stream()
                        .filter(row -> isAt(rows.get(row).place, leg.from()))
                        .limit(1))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static boolean isAt(Place station, Place from) {
        return station.isSameAs(from) || station.equals(from);
    }

    /** Nobody knows how they came there: it begins anew, below where they were last if that lane is theirs alone. */
    private int freshStation(Leg leg, List<Leg> later) {
        int lane = leg.travellers().stream()
                .flatMap(who -> visited(who).stream())
                .max(Comparator.naturalOrder())
                .filter(this::isOpenBelow)
                .map(row -> rows.get(row).lane)
                .filter(each -> !isAwaited(each, later))
                .orElseGet(() -> freeLane(rows.size(), leg, later));
        int station = add(lane, new Drafted(lane, Optional.empty(), leg.from()));
        leg.travellers().forEach(who -> visited(who).add(station));
        return station;
    }

    /** A lane of theirs in which nothing is drawn from that row on, and below whose last station nobody goes on; or a new one. */
    private int freeLane(int row, Leg leg, List<Leg> later) {
        return IntStream.range(0, last.size())
                .filter(lane -> last.get(lane) < row && !isAwaited(lane, later))
                .filter(lane ->
                        last.size() >= MANY_LANES || brought.get(lane).stream().anyMatch(leg::isTravelledBy))
                .findFirst()
                .orElseGet(() -> {
                    last.add(-1);
                    brought.add(new HashSet<>());
                    return last.size() - 1;
                });
    }

    private boolean isAwaited(int lane, List<Leg> later) {
        int row = last.get(lane);
        return row >= 0
                && rows.get(row).leg.isEmpty()
                && later.stream().anyMatch(leg -> origins(leg).contains(row));
    }

    private boolean isOpenBelow(int row) {
        return last.get(rows.get(row).lane) == row;
    }

    private int add(int lane, Drafted row) {
        rows.add(row);
        last.set(lane, rows.size() - 1);
        return rows.size() - 1;
    }

    /** From a station down to the middle of a leg, in the lane of the leg. */
    private void connect(int from, int lane, int ride, boolean dashed) {
        rows.get(from).strokes.add(new Stroke(rows.get(from).lane, Edge.MIDDLE, lane, Edge.BOTTOM, dashed));
        passBy(from, lane, ride, dashed);
        rows.get(ride).strokes.add(new Stroke(lane, Edge.TOP, lane, Edge.MIDDLE, dashed));
    }

    /** From another station of its travellers down in its own lane, and across to the leg. */
    private void join(int from, int ride, boolean dashed) {
        int lane = rows.get(from).lane;
        rows.get(from).strokes.add(new Stroke(lane, Edge.MIDDLE, lane, Edge.BOTTOM, dashed));
        passBy(from, lane, ride, dashed);
        rows.get(ride).strokes.add(new Stroke(lane, Edge.TOP, rows.get(ride).lane, Edge.MIDDLE, dashed));
        last.set(lane, ride);
    }

    private void passBy(int from, int lane, int ride, boolean dashed) {
        rows.subList(from + 1, ride)
                .forEach(each -> each.strokes.add(new Stroke(lane, Edge.TOP, lane, Edge.BOTTOM, dashed)));
    }

    /** Those for whom the leg is over in this way, together where the same happened to them. */
    private static List<Break> breaks(Leg leg, LegState how, Function<ParticipantId, Optional<StageEntry>> by) {
        Map<List<Object>, Break> breaks = new LinkedHashMap<>();
        leg.travellers().stream()
                .filter(who -> leg.state(who) == how)
                .sorted(Comparator.comparing(who -> who.value()))
                .map(who -> new Break(Set.of(who), leg.wasBegunBy(who), by.apply(who)))
                .forEach(each -> breaks.merge(
                        same(each),
                        each,
                        (one, other) -> new Break(
                                Stream.of(one, other)
                                        .flatMap(some -> some.who().stream())
                                        .collect(Collectors.toSet()),
                                one.begun(),
                                one.by())));
        return List.copyOf(breaks.values());
    }

    private static List<Object> same(Break one) {
        return one.by()
                .filter(entry -> one.begun())
                .map(entry -> List.<Object>of(entry.stage(), entry.place(), entry.happened()))
                .orElse(List.of(one.begun()));
    }

    /** The entry by which it ended for somebody, if that stands. */
    private Optional<StageEntry> endOf(Leg leg, ParticipantId who) {
        return leg.endedBy(who)
                .flatMap(ending -> Objects.requireNonNull(journeys.apply(who)).stream()
                        .filter(each -> each.id().equals(ending))
                        .findFirst());
    }

    /** The arrest of somebody who came to its end: it ended the leg, or they are held there and travelled no other since. */
    private Optional<StageEntry> arrestAtTheEndOf(Leg leg, ParticipantId who) {
        if (leg.endedBy(who).isPresent()) {
            return endOf(leg, who).filter(each -> each.stage() == Stage.DETENTION);
        }
        List<StageEntry> journey = journeys.apply(who);
        boolean lastOfTheirs = legs.stream()
                .filter(each -> each.isTravelledBy(who) && each.wasBegunBy(who))
                .reduce((earlier, later) -> later)
                .filter(leg::equals)
                .isPresent();
        return journey.isEmpty()
                        || !lastOfTheirs
                        || !STILL_HELD.contains(journey.getLast().stage())
                ? Optional.empty()
                : journey.stream()
                        .filter(each -> each.stage() == Stage.DETENTION)
                        .reduce((earlier, later) -> later)
                        .filter(each -> each.place().isSameAs(leg.to()));
    }
}
