package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.DrawnWay;
import org.durumi.circumstances.DrawnWay.Edge;
import org.durumi.circumstances.DrawnWay.Ride;
import org.durumi.circumstances.DrawnWay.Station;
import org.durumi.circumstances.WayWords;

/** The way as a line that runs downwards, with its words beside it. All lengths are tenths of a millimetre. */
public record Way(List<Part> parts) implements Section {
    private static final int SHEET = 1740;
    private static final int HIGHEST_PART = 1500;

    /**
     * Some rows that stay on one sheet.
     *
     * @param width of the lanes
     * @param spoken the drawing in sentences
     */
    public record Part(int width, List<Row> rows, String spoken) {
        public Part {
            rows = List.copyOf(rows);
        }

        public int height() {
            return rows.stream().mapToInt(Row::height).sum();
        }

        /** How far below the top of the part each row begins, in their order. */
        public int top(int row) {
            return rows.stream().limit(row).mapToInt(Row::height).sum();
        }
    }

    /**
     * A station or a leg.
     *
     * @param title a place, or by what means
     * @param state of a leg; empty of a place
     * @param detail what is known of a leg
     * @param breaks who did not get further, and why
     * @param height that its words need
     */
    public record Row(
            int lane,
            Mark mark,
            List<Line> lines,
            String title,
            String state,
            String detail,
            List<String> breaks,
            int height) {
        /** How far below the top of a row its mark is: beside the first line of its words. */
        private static final int MIDDLE = 40;

        public Row {
            lines = List.copyOf(lines);
            breaks = List.copyOf(breaks);
        }

        public boolean isPlace() {
            return state.isEmpty();
        }

        /** How far below its top an edge is. */
        public int y(Edge edge) {
            return switch (edge) {
                case TOP -> 0;
                case MIDDLE -> MIDDLE;
                case BOTTOM -> height;
            };
        }
    }

    /** A piece of a line inside a row, from one lane and edge to another. */
    public record Line(int fromLane, Edge from, int toLane, Edge to, boolean dashed) {
        private static Line of(DrawnWay.Stroke stroke) {
            return new Line(stroke.fromLane(), stroke.from(), stroke.toLane(), stroke.to(), stroke.dashed());
        }
    }

    /** What stands in the middle of a row. */
    public enum Mark {
        /** A place where somebody was. */
        REACHED,
        /** A place where nobody has come yet. */
        AHEAD,
        /** A place where somebody was held on arriving. */
        HELD,
        /** The line of a leg goes on. */
        NONE,
        /** The line of a leg goes on, for others than those who broke off. */
        SOME_BROKEN,
        /** The line of a leg ends. */
        BROKEN
    }

    public Way {
        parts = List.copyOf(parts);
    }

    @Override
    public String title() {
        return "summary.legs";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsWay(page, parts);
    }

    @Override
    public List<Way> pieces() {
        return Section.pieces(parts, 1, Way::new);
    }

    /** How far from the left edge a lane runs. */
    public static int x(int lane) {
        return 40 + lane * 60;
    }

    /** Draws it. */
    @ApplicationScoped
    static class Drawn implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 59;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.LEG, AccessGroup.JOURNEY);
        }

        @Override
        public Optional<Way> read(OpenSummary open) {
            WayWords words = new WayWords(open.texts(), open::names, open.view().everybody());
            return DrawnWay.of(known.legs(open), open.view()::journey).map(way -> of(way, words));
        }
    }

    static Way of(DrawnWay way, WayWords words) {
        int width = x(way.lanes());
        List<Part> parts = new ArrayList<>();
        List<DrawnWay.Row> rows = new ArrayList<>();
        int height = 0;
        for (DrawnWay.Row row : way.rows()) {
            int more = row(row, words, width).height();
            if (height + more > HIGHEST_PART) {
                parts.add(part(rows, words, width));
                rows.clear();
                height = 0;
            }
            rows.add(row);
            height += more;
        }
        parts.add(part(rows, words, width));
        return new Way(parts);
    }

    private static Part part(List<DrawnWay.Row> rows, WayWords words, int width) {
        return new Part(width, rows.stream().map(row -> row(row, words, width)).toList(), words.spoken(rows));
    }

    private static Row row(DrawnWay.Row row, WayWords words, int width) {
        List<String> breaks = words.breaks(row);
        String title =
                switch (row) {
                    case Station station -> words.place(station.place());
                    case Ride ride -> words.means(ride.leg());
                };
        String state = row instanceof Ride ride ? words.state(ride.leg()) : "";
        String detail = row instanceof Ride ride ? words.facts(ride.leg()) : "";
        int room = SHEET - width;
        int height = 25
                + 50 * linesOf(title + " " + state, 10.5, room)
                + 44
                        * Stream.concat(Stream.of(detail), breaks.stream())
                                .mapToInt(each -> linesOf(each, 8.5, room))
                                .sum();
        return new Row(
                row.lane(),
                mark(row),
                row.strokes().stream().map(Line::of).toList(),
                title,
                state,
                detail,
                breaks,
                height);
    }

    private static Mark mark(DrawnWay.Row row) {
        return switch (row) {
            case Station station when !station.breaks().isEmpty() -> Mark.HELD;
            case Station station -> station.reached() ? Mark.REACHED : Mark.AHEAD;
            case Ride ride when !ride.goesOn() -> Mark.BROKEN;
            case Ride ride -> ride.breaks().isEmpty() ? Mark.NONE : Mark.SOME_BROKEN;
        };
    }

    /** As many lines as a text takes at most, each of its signs as wide as a syllable of Hangul if it is no Latin one. */
    private static int linesOf(String text, double points, int room) {
        double tenthsOfPoint = 3.528;
        double wide =
                text.codePoints().mapToDouble(each -> each < 0x1100 ? 0.62 : 1).sum() * points * tenthsOfPoint;
        int lines = (int) Math.ceil(wide / room);
        return lines > 1 ? lines + 1 : lines;
    }
}
