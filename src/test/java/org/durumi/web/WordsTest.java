package org.durumi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of two words for one thing, pages and prints say one, everywhere. */
class WordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/durumi/i18n");
    private static final Path PAGES = Path.of("src/main/jte");

    @Test
    void somebody_is_sent_back_by_one_word() throws IOException {
        assertEquals(List.of(), lines("_ko.properties", "북송"));
        assertEquals(List.of(), lines(".jte", "북송|송환"));
        assertEquals(
                1,
                Files.readString(Path.of("src/main/resources/org/durumi/help/everybody_ko.txt"))
                        .lines()
                        .filter(each -> each.contains("강제북송"))
                        .count(),
                "help says once that it is the same");
    }

    @Test
    void english_quotes_as_english_does_and_says_one_word_for_one_thing() throws IOException {
        assertEquals(List.of(), lines("_en.properties", "[«»]"));
        assertEquals(
                List.of(),
                lines("_en.properties", "(?i)\\bclients?\\b|\\bnorm prices?\\b|\\bheld (?:in|by|there|somewhere)\\b"));
    }

    private static List<String> lines(String ending, String forbidden) throws IOException {
        Pattern pattern = Pattern.compile(forbidden);
        List<String> found = new ArrayList<>();
        for (Path folder : List.of(BUNDLES, PAGES)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(ending)).toList()) {
                    Files.readString(file)
                            .lines()
                            .map(each -> ending.equals(".jte") ? each : each.replaceFirst("^[^=]*=", ""))
                            .filter(each -> pattern.matcher(each).find())
                            .forEach(each -> found.add(file.getFileName() + ": " + each));
                }
            }
        }
        return found;
    }
}
