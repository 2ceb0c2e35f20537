package org.durumi.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.kernel.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/domain/risk-rules.md says what the code does. */
class RiskRulesDocumentTest {
    private static final String DOCUMENT = "risk-rules.md";

    static Stream<Arguments> documented() {
        return DomainTables.rows(DOCUMENT, "rule").stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(4), row.get(5), row.get(6)));
    }

    @ParameterizedTest(name = "{0}: group {1}, points {2}, floor {3}, blocks {4}")
    @MethodSource("documented")
    void rules_are_the_documented_ones(String code, String group, String points, String floor, String blocks) {
        RuleCode rule = RuleCode.valueOf(code);

        assertEquals(group, rule.group().name());
        assertEquals(
                DomainTables.items(points),
                rule.points().stream().map(String::valueOf).toList());
        assertEquals(floor.equals("–") ? Level.LOW.name() : floor, rule.floor().name());
        assertEquals(
                Set.copyOf(DomainTables.items(blocks)),
                rule.mayBlock().stream().map(Block::name).collect(Collectors.toSet()));
    }

    @Test
    void every_rule_is_documented_in_its_order() {
        assertEquals(
                Arrays.stream(RuleCode.values()).map(RuleCode::name).toList(),
                DomainTables.rows(DOCUMENT, "rule").stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void levels_are_the_documented_ones() {
        List<List<String>> levels = Arrays.stream(Level.values())
                .map(level -> List.of(level.name(), String.valueOf(level.from()), words(level.acknowledgeWithin())))
                .toList();

        assertEquals(levels, DomainTables.rows(DOCUMENT, "level"));
    }

    @Test
    void the_documented_version_is_the_one_of_the_code() {
        String text = DomainTables.lines(DOCUMENT).collect(Collectors.joining("\n"));
        assertEquals(true, text.contains("Version of the rules: " + RiskRules.VERSION + "\n"));
    }

    @Test
    void the_documented_stances_are_those_that_the_migration_seeds() throws IOException {
        String text = DomainTables.lines(DOCUMENT).collect(Collectors.joining(" "));
        String seeded = Files.readString(Path.of("src/tools/resources/db/migration/V045__country_stance.sql"));

        for (String country : List.of("CN", "LA", "RU", "VN", "KP")) {
            assertTrue(text.contains("*returns* (CN, LA, RU, VN, KP)"));
            assertTrue(seeded.indexOf("'" + country + "'") < seeded.indexOf("'RETURNS'"));
        }
        for (String country : List.of("KR", "JP", "US", "CA", "GB", "NO", "CH", "AU", "NZ", "MN", "TH", "PH", "SG")) {
            assertTrue(text.contains(country));
            assertTrue(seeded.indexOf("'" + country + "'") > seeded.indexOf("'RETURNS'"));
        }
    }

    @ParameterizedTest(name = "score {0} is {1}")
    @CsvSource({"0, LOW", "19, LOW", "20, MEDIUM", "44, MEDIUM", "45, HIGH", "69, HIGH", "70, CRITICAL", "100, CRITICAL"
    })
    void thresholds(int score, Level level) {
        assertEquals(level, Level.ofScore(score));
    }

    private static String words(Duration duration) {
        return duration.toHours() > 24 ? duration.toDays() + " d" : duration.toHours() + " h";
    }
}
