package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.kernel.PartialDate.Qualifier;
import org.junit.jupiter.api.Test;

/** Dates are read as docs/domain/dates.md says. */
class DatesDocumentTest {
    private static final List<List<String>> DATES = DomainTables.rows("dates.md", "as typed");
    private static final List<List<String>> RELATIVE = DomainTables.rows("dates.md", "said on 2023-03-08");
    private static final Optional<LocalDate> SAID_ON = Optional.of(LocalDate.of(2023, 3, 8));

    @Test
    void every_way_to_say_a_date_means_the_days_of_the_document() {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : DATES) {
            Stream.concat(Stream.of(row.get(0)), Stream.concat(ways(row.get(1)), ways(row.get(2))))
                    .filter(way -> !days(PartialDate.read(way, Qualifier.EXACT)).equals(row.get(3) + " " + row.get(4)))
                    .forEach(way -> wrong.add(way + ": " + days(PartialDate.read(way, Qualifier.EXACT))));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_document_shows_every_precision_and_qualifier() {
        Set<Object> shown = DATES.stream()
                .map(row -> PartialDate.read(row.get(0), Qualifier.EXACT).orElseThrow())
                .flatMap(date -> Stream.of(date.precision(), date.qualifier()))
                .collect(Collectors.toSet());

        assertTrue(shown.containsAll(Set.of(Qualifier.values())));
        assertEquals(Precision.values().length - 1 + Qualifier.values().length, shown.size());
    }

    @Test
    void every_relative_word_of_the_document_means_its_date() {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : RELATIVE) {
            Optional<PartialDate> expected = PartialDate.read(row.get(0), Qualifier.EXACT);
            assertTrue(expected.isPresent(), row::toString);
            Stream.concat(ways(row.get(1)), ways(row.get(2)))
                    .filter(way -> !PartialDate.isRelative(way)
                            || !PartialDate.read(way, Qualifier.EXACT, SAID_ON).equals(expected))
                    .forEach(way -> wrong.add(way + ": " + PartialDate.read(way, Qualifier.EXACT, SAID_ON)));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_document_shows_every_word_of_the_table() {
        Set<String> shown = RELATIVE.stream()
                .flatMap(row -> Stream.concat(ways(row.get(1)), ways(row.get(2))))
                .map(way -> way.replaceFirst("^the ", "").replace(" ", ""))
                .collect(Collectors.toSet());

        assertEquals(
                List.of(),
                RelativeWords.words().filter(word -> !shown.contains(word)).toList());
    }

    @Test
    void both_languages_show_a_date_as_the_document_does_and_read_it_again() {
        for (List<String> row : DATES) {
            PartialDate date = PartialDate.read(row.get(0), Qualifier.EXACT).orElseThrow();
            for (var language : Texts.LANGUAGES) {
                String shown = new Texts(language, ZoneId.of("Asia/Seoul")).date(date);
                assertEquals(Optional.of(date), PartialDate.read(shown, Qualifier.EXACT), shown);
            }
        }
    }

    @Test
    void ages_are_counted_in_both_calendars_as_the_document_says() {
        List<List<String>> ages = DomainTables.rows("dates.md", "born");
        for (List<String> row : ages) {
            PartialDate birth = PartialDate.read(row.get(0), Qualifier.EXACT).orElseThrow();
            LocalDate day = LocalDate.parse(row.get(1));

            assertEquals(
                    row.subList(2, 4),
                    List.of(
                            Age.since(birth, day).toString(),
                            Age.korean(birth, day).toString()),
                    row::toString);
        }
        assertTrue(ages.size() > 5);
    }

    private static Stream<String> ways(String cell) {
        return Stream.of(cell.split(" · "));
    }

    private static String days(Optional<PartialDate> date) {
        return date.map(each -> each.earliest() + " " + each.latest()).orElse("none");
    }
}
