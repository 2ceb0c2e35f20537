package org.durumi.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.durumi.kernel.PartialDate;

/**
 * One thing that the demo shows: a claim, a person, an entry of a journey and so on.
 *
 * @param place the case, by the word that docs/domain/facts.md has for it, or «sources» or «prices»
 * @param fields its kind and what it says in one word each, such as ROUTE or days=4
 * @param text its words
 */
record Line(String place, Set<String> fields, String text) {
    Line {
        fields = new LinkedHashSet<>(fields);
    }

    /** A date in one word: 2016-09-28, late-2016-09, 2016-07~2016-08, unknown. */
    static String day(PartialDate date) {
        if (!date.isKnown()) {
            return "unknown";
        }
        String typed = date.typed().replace(" ", "");
        return date.qualifier() == PartialDate.Qualifier.EXACT
                ? typed
                : date.qualifier().name().toLowerCase(java.util.Locale.ROOT) + "-" + typed;
    }

    @Override
    public String toString() {
        return place + " " + String.join(" ", fields) + " «" + text + "»";
    }

    /**
     * What a row of the document says about the demo: so many lines of a place have all these fields and these words, in this
     * order.
     */
    record Check(int times, String place, Set<String> fields, List<String> words) {
        private static final Pattern PART = Pattern.compile("\"([^\"]+)\"|(\\S+)");
        private static final String TIMES = "×";

        /** Reads «kunming leg TAXI days=4 "쿤밍"»; before it may stand «no» or «3×». */
        static Check read(String written) {
            List<String> fields = new ArrayList<>();
            List<String> words = new ArrayList<>();
            Matcher parts = PART.matcher(written);
            while (parts.find()) {
                if (parts.group(1) == null) {
                    fields.add(parts.group(2));
                } else {
                    words.add(parts.group(1));
                }
            }
            int times = 1;
            if (fields.getFirst().equals("no")) {
                times = 0;
                fields.removeFirst();
            } else if (fields.getFirst().endsWith(TIMES)) {
                times = Integer.parseInt(fields.removeFirst().replace(TIMES, ""));
            }
            return new Check(times, fields.removeFirst(), new LinkedHashSet<>(fields), words);
        }

        /** Why it does not hold; empty if it does. */
        List<String> against(List<Line> demo) {
            List<Line> found = demo.stream().filter(this::fits).toList();
            return found.size() == times
                    ? List.of()
                    : List.of("%d instead of %d: %s %s %s%s"
                            .formatted(
                                    found.size(),
                                    times,
                                    place,
                                    fields,
                                    words,
                                    found.stream().map(each -> "\n    " + each).collect(Collectors.joining())));
        }

        private boolean fits(Line line) {
            int from = 0;
            for (String each : words) {
                int at = line.text().indexOf(each, from);
                if (at < 0) {
                    return false;
                }
                from = at + each.length();
            }
            return line.place().equals(place) && line.fields().containsAll(fields);
        }
    }
}
