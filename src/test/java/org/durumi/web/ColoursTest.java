package org.durumi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is read can be read by day and by night: every colour has a name, both values of it, and enough contrast. */
class ColoursTest {
    private static final Path ASSETS = Path.of("src/main/webapp/WEB-INF/assets");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6}|rgb\\([^)]*\\));");
    private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|oklch)\\(");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COLOUR = Pattern.compile("(?<![\\w-])color: var\\(--([a-z-]+)\\)");
    private static final Pattern GROUND = Pattern.compile("(?<![\\w-])background(?:-color)?: var\\(--([a-z-]+)\\)");

    /** On paper nothing is dark. */
    private static final Set<String> ON_PAPER = Set.of("ink", "paper");

    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    /** What is written on which ground, where no single rule says both. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry(
                    "text",
                    "ground card head hover hair line calm-soft primary-soft danger-soft danger-tint warn-soft"
                            + " warn-tint ok-soft info-soft"),
            Map.entry("muted", "ground card head hover primary-soft danger-tint warn-tint"),
            Map.entry(
                    "primary",
                    "ground card head hover primary-soft danger-soft danger-tint warn-soft warn-tint ok-soft"
                            + " info-soft"),
            Map.entry("primary-dark", "ground card head hover"),
            Map.entry("danger", "ground card head hover danger-soft danger-tint"),
            Map.entry("danger-dark", "ground card danger-soft"),
            Map.entry("warn", "card warn-soft warn-tint"),
            Map.entry("ok", "card ok-soft"),
            Map.entry("info", "card info-soft"),
            Map.entry("navy", "ground card primary-soft"),
            Map.entry("faint", "card"));

    /** Edges and marks without which a control or a state is not seen. */
    private static final Map<String, String> DRAWN = Map.of(
            "line-strong", "ground card",
            "edge", "ground card",
            "primary", "ground card",
            "danger", "ground card",
            "critical", "ground card",
            "slate", "ground card",
            "navy", "ground card",
            // The ring is of two colours, one of which is seen on any ground.
            "focus", "ground card");

    private final String style = read("durumi.css");
    private final Map<String, String> light = tokens(style);
    private final Map<String, String> dark = tokens(read("dark.css"));

    @Test
    void no_rule_and_no_drawing_holds_a_colour_without_a_name() throws IOException {
        String rules = style.substring(style.indexOf("}", style.indexOf(":root {")));
        assertEquals(
                List.of(),
                LITERAL.matcher(rules).results().map(MatchResult::group).toList());
        List<String> drawn = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/jte"))) {
            for (Path page : pages.filter(Files::isRegularFile)
                    // The PDF is always on paper.
                    .filter(each -> !each.startsWith("src/main/jte/reports"))
                    .toList()) {
                Pattern.compile("(?:fill|stroke|stop-color)=\"(?!none|currentColor|\\$)[^\"]*\"")
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(each -> drawn.add(page + ": " + each.group()));
            }
        }
        assertEquals(List.of(), drawn);
    }

    @Test
    void the_night_names_every_colour_of_the_day() {
        Set<String> named = new TreeSet<>(light.keySet());
        named.removeAll(ON_PAPER);
        assertEquals(named, new TreeSet<>(dark.keySet()));
        Set<String> used = new TreeSet<>();
        Pattern.compile("var\\(--([a-z-]+)").matcher(style).results().forEach(each -> used.add(each.group(1)));
        used.removeAll(Set.of("round", "round-small", "shadow", "shadow-high", "font"));
        assertEquals(light.keySet(), used, "named and used");
    }

    @Test
    void what_is_written_is_read_by_day_and_by_night() {
        List<String> faint = new ArrayList<>();
        int pairs = 0;
        for (Map.Entry<String, String> each : WRITTEN.entrySet()) {
            for (String ground : each.getValue().split(" ")) {
                check(each.getKey(), ground, TEXT, faint);
            }
        }
        for (MatchResult rule : RULE.matcher(style).results().toList()) {
            List<String> colours = names(COLOUR, rule.group(2));
            List<String> grounds = names(GROUND, rule.group(2));
            if (!colours.isEmpty() && !grounds.isEmpty()) {
                pairs++;
                check(colours.get(0), grounds.get(0), TEXT, faint);
            }
        }
        assertTrue(pairs > 25, "rules that say both: " + pairs);
        assertEquals(List.of(), faint);
    }

    @Test
    void what_is_drawn_is_seen_by_day_and_by_night() {
        List<String> faint = new ArrayList<>();
        DRAWN.forEach((mark, grounds) ->
                Stream.of(grounds.split(" ")).forEach(ground -> check(mark, ground, CONTROL, faint)));
        assertEquals(List.of(), faint);
    }

    private void check(String colour, String ground, double least, List<String> faint) {
        for (Map<String, String> values : List.of(light, dark)) {
            double contrast = contrast(values.get(colour), values.get(ground));
            if (contrast < least) {
                faint.add("%s on %s %s: %.2f"
                        .formatted(colour, ground, values.equals(light) ? "by day" : "by night", contrast));
            }
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** As WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static List<String> names(Pattern pattern, String declarations) {
        return pattern.matcher(declarations)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static Map<String, String> tokens(String file) {
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(file).results().forEach(each -> tokens.put(each.group(1), each.group(2)));
        return tokens;
    }

    private static String read(String name) {
        try {
            return Files.readString(ASSETS.resolve(name));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
