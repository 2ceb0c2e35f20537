package org.durumi.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;

/**
 * The way of a case as lines that run downwards through rows: each row is a station or a leg. Who travel together share a
 * lane; where they part another begins beside it. How a page or a sheet shows it is theirs.
 *
 * @param lanes how many run beside each other
 */
public record DrawnWay(int lanes, List<Row> rows) {
    /** Above so many legs nobody would see anything in a drawing. */
    public static final int MOST_LEGS = 60;

    /** Where in its row a stroke begins or ends: the mark of the row stands in the middle. */
    public enum Edge {
        TOP,
        MIDDLE,
        BOTTOM
    }

    /** A piece of a line inside a row; dashed where nobody has come yet, or ever came. */
    public record Stroke(int fromLane, Edge from, int toLane, Edge to, boolean dashed) {}

    /**
     * Some did not get further.
     *
     * @param begun whether they set out at all
     * @param by the entry of a journey that says why; empty if somebody only said so of the leg
     */
    public record Break(Set<ParticipantId> who, boolean begun, Optional<StageEntry> by) {}

    /** A row of the drawing; its mark stands in its lane. */
    public sealed interface Row {
        int lane();

        List<Stroke> strokes();

        List<Break> breaks();
    }

    /**
     * A place where a leg begins or ends.
     *
     * @param reached whether somebody was there
     * @param breaks who were held on arriving
     */
    public record Station(int lane, Place place, boolean reached, List<Stroke> strokes, List<Break> breaks)
            implements Row {}

    /**
     * A leg, on its line.
     *
     * @param breaks who did not come to its end
     */
    public record Ride(int lane, Leg leg, List<Stroke> strokes, List<Break> breaks) implements Row {
        /** Whether its line goes on: somebody came to its end, or may do so. */
        public boolean goesOn() {
            return leg.state() != LegState.ABORTED;
        }
    }

    /**
     * Draws the legs that stand; empty if there are none, or more than {@link #MOST_LEGS}.
     *
     * @param legs the earliest first, those of unknown days last
     * @param journeys the entries of somebody's journey that stand, opened, in their order
     */
    public static Optional<DrawnWay> of(List<Leg> legs, Function<ParticipantId, List<StageEntry>> journeys) {
        List<Leg> standing = legs.stream().filter(Leg::stands).toList();
        return standing.isEmpty() || standing.size() > MOST_LEGS
                ? Optional.empty()
                : Optional.of(new WayDrawing(standing, journeys).draw());
    }
}
