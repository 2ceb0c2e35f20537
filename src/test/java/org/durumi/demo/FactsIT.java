package org.durumi.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.cases.Sex;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every row of docs/domain/facts.md stands in the demo where the row says. */
@ExtendWith(ArquillianExtension.class)
class FactsIT {
    private static final Pattern CHECK = Pattern.compile("`([^`]+)`");
    private static final Pattern SEX =
            Pattern.compile("여성|남성|여자|남자|그녀|\\b(woman|man|female|male|she|he|her|his|him)\\b");
    private static final Pattern INFORMANT = Pattern.compile("소식통|취재원|정보원|제보자|informant|insider|ANONYMOUS_INSIDER");

    /** What the demo shows; read once for all tests. */
    private static List<Line> demo = List.of();

    @Inject
    DemoLoader loader;

    @Inject
    Shown shown;

    @Inject
    @ConfigProperty(name = "durumi.test.docs")
    String docs;

    private Path facts;

    @BeforeEach
    void the_demo_is_told_once() throws Exception {
        facts = Path.of(docs, "domain", "facts.md");
        if (demo.isEmpty()) {
            loader.tellReported();
            Map<String, String> places = DomainTables.rows(facts, "word").stream()
                    .collect(Collectors.toMap(row -> row.get(1), row -> row.get(0)));
            demo = shown.everything(places);
        }
    }

    @Test
    void every_fact_of_the_report_from_Kunming() {
        assertStand("K", 66);
    }

    @Test
    void every_fact_of_the_first_report_from_Beijing() {
        assertStand("B1-", 53);
    }

    @Test
    void every_fact_of_the_second_report_from_Beijing() {
        assertStand("B2-", 33);
    }

    @Test
    void every_fact_of_the_broadcast_about_diplomats() {
        assertStand("D", 102);
    }

    @Test
    void every_fact_of_the_report_about_those_who_came_by_sea() {
        assertStand("Y", 44);
    }

    private void assertStand(String report, int facts) {
        List<String> ids = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        rows().filter(row -> row.getFirst().matches(report + "\\d+")).forEach(row -> {
            ids.add(row.getFirst());
            List<String> checks = checks(row.getLast());
            if (checks.isEmpty()) {
                missing.add(row.getFirst() + " stands nowhere");
            }
            checks.stream()
                    .flatMap(each -> against(each).stream())
                    .forEach(each -> missing.add(row.getFirst() + ": " + each));
        });
        assertEquals(
                Stream.iterate(1, nth -> nth + 1)
                        .limit(facts)
                        .map(nth -> "%s%02d".formatted(report, nth))
                        .toList(),
                ids);
        assertEquals("", String.join("\n", missing));
    }

    private Stream<List<String>> rows() {
        return DomainTables.lines(facts)
                .filter(line -> line.matches("\\| (K|B1-|B2-|D|Y)\\d+ \\|.*"))
                .map(DomainTables::cells);
    }

    private static List<String> checks(String cell) {
        return CHECK.matcher(cell).results().map(each -> each.group(1)).toList();
    }

    private static List<String> against(String check) {
        return check.equals("withheld")
                ? saidOfAnInformant()
                : Line.Check.read(check).against(demo);
    }

    /** Lines that tell the sex of a protected source: sources have no such field, and no words say it. */
    private static List<String> saidOfAnInformant() {
        for (Class<? extends Record> each : List.of(NewSource.class, NewClaim.class)) {
            for (RecordComponent part : each.getRecordComponents()) {
                assertFalse(part.getType().equals(Sex.class), part.getName());
            }
        }
        return demo.stream()
                .filter(line -> line.place().equals("sources")
                        ? line.fields().contains("protected")
                        : INFORMANT.matcher(statement(line)).find())
                .filter(line -> SEX.matcher(statement(line)).find())
                .map(Line::toString)
                .toList();
    }

    /** What a claim states, without who says it; of anything else all its words. */
    private static String statement(Line line) {
        return line.fields().contains("claim")
                ? line.text().substring(line.text().lastIndexOf(" · ") + 3)
                : line.text();
    }
}
