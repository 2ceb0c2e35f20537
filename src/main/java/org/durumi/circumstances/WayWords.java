package org.durumi.circumstances;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.DrawnWay.Break;
import org.durumi.circumstances.DrawnWay.Ride;
import org.durumi.circumstances.DrawnWay.Row;
import org.durumi.circumstances.DrawnWay.Station;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;

/**
 * What stands beside the drawing of a way, and what is said instead of it to who does not see it.
 *
 * @param names how some of the case are called
 * @param everybody in the case: who travels is said only where it is not all of them
 */
public record WayWords(Texts texts, Function<Set<ParticipantId>, String> names, Set<ParticipantId> everybody) {
    public WayWords {
        everybody = Set.copyOf(everybody);
    }

    public String place(Place place) {
        String words = place.in(texts);
        return words.isEmpty() ? texts.text("way.place.unknown") : words;
    }

    /** By what, in what, and who if not all. */
    public String means(Leg leg) {
        String word = leg.means() == Means.UNKNOWN ? texts.text("way.means.unknown") : texts.text(leg.means());
        return PlainWords.beside(
                leg.vessel().isEmpty() ? word : texts.text("way.means.in", word, leg.vessel()),
                leg.travellers().containsAll(everybody) ? "" : names.apply(leg.travellers()));
    }

    /** Planned, under way, done, aborted; or that nobody set out. */
    public String state(Leg leg) {
        boolean neverBegun =
                leg.state() == LegState.ABORTED && leg.travellers().stream().noneMatch(leg::wasBegunBy);
        return neverBegun ? texts.text("way.not-begun") : texts.text(leg.state());
    }

    /** The border, the days, how long it takes and how many ID checks are expected; what nobody knows only if it lies ahead; and of one that is aborted, where nobody came. */
    public String facts(Leg leg) {
        boolean asks = leg.state().isAhead();
        boolean broken = leg.state() == LegState.ABORTED;
        return PlainWords.beside(
                Set.of(Border.NONE, Border.UNKNOWN).contains(leg.border()) ? "" : texts.text(leg.border()),
                days(leg),
                leg.days()
                        .map(days -> texts.text("circumstances.leg.days", days))
                        .orElse(asks ? texts.text("circumstances.leg.days.ask") : ""),
                leg.idChecks()
                        .map(checks -> texts.text("circumstances.leg.checks", checks))
                        .orElse(asks ? texts.text("circumstances.leg.checks.ask") : ""),
                broken ? texts.text("way.unreached", place(leg.to())) : "");
    }

    private String days(Leg leg) {
        if (leg.left().isKnown() && leg.arrived().isKnown()) {
            return texts.text("circumstances.span", leg.left(), leg.arrived());
        }
        boolean isPlanned = leg.state() == LegState.PLANNED;
        return PlainWords.beside(
                leg.left().isKnown() ? texts.text(isPlanned ? "way.leaves" : "circumstances.leg.left", leg.left()) : "",
                leg.arrived().isKnown()
                        ? texts.text(leg.state().isAhead() ? "way.arrives" : "circumstances.leg.arrived", leg.arrived())
                        : "");
    }

    /** Who did not get further, and why, as far as the state of the leg does not say it already. */
    public List<String> breaks(Row row) {
        return row.breaks().stream()
                .filter(each ->
                        each.by().isPresent() && each.begun() || !(row instanceof Ride ride) || isPartOf(ride, each))
                .map(each -> broken(each, row))
                .toList();
    }

    private static boolean isPartOf(Ride ride, Break broken) {
        return ride.goesOn() || !broken.who().containsAll(ride.leg().travellers());
    }

    private String broken(Break broken, Row row) {
        String why = broken.begun()
                ? broken.by().map(each -> why(each, row)).orElse(texts.text(LegState.ABORTED))
                : texts.text("way.not-begun");
        return texts.text("way.break", names.apply(broken.who()), why);
    }

    /** Where it was, if it was not at this station. */
    private String why(StageEntry entry, Row row) {
        boolean here = row instanceof Station station && station.place().isSameAs(entry.place());
        return PlainWords.beside(
                texts.text(entry.stage()),
                here ? "" : entry.place().in(texts),
                entry.happened().isKnown() ? texts.date(entry.happened()) : "");
    }

    /** What the drawing shows, in sentences. */
    public String spoken(List<Row> rows) {
        return rows.stream().flatMap(this::spoken).collect(Collectors.joining(" "));
    }

    private Stream<String> spoken(Row row) {
        return switch (row) {
            case Ride ride -> Stream.of(spoken(ride));
            case Station station ->
                breaks(station).stream().map(each -> texts.text("way.spoken.break", place(station.place()), each));
        };
    }

    private String spoken(Ride ride) {
        Leg leg = ride.leg();
        List<String> said = new ArrayList<>(List.of(means(leg), state(leg), facts(leg)));
        said.addAll(breaks(ride));
        return texts.text(
                "way.spoken", place(leg.from()), place(leg.to()), PlainWords.beside(said.toArray(String[]::new)));
    }
}
