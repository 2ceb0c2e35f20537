package org.durumi.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No browser sends what stands on a page of ours, or is typed into it, to a service that translates or checks spelling. */
class PageLanguageTest {
    private static final Pattern PAGE = Pattern.compile("<html [^>]*>");
    /** The template of the PDF, which no browser reads. */
    private static final Path PRINT = Path.of("src/main/jte/reports/summary.jte");

    @Test
    void every_page_forbids_to_translate_it_and_to_check_its_spelling() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            sources = files.filter(each -> each.toString().matches(".*\\.(jte|java|html)"))
                    .filter(each -> !each.equals(PRINT))
                    .toList();
        }
        int pages = 0;
        for (Path source : sources) {
            for (MatchResult page :
                    PAGE.matcher(Files.readString(source)).results().toList()) {
                pages++;
                assertTrue(page.group().contains(" translate=\"no\" spellcheck=\"false\""), source::toString);
            }
        }
        assertTrue(pages >= 3, "the pages were not found");
    }

    @Test
    void no_field_allows_it_again() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(template);
                assertTrue(
                        !text.contains("spellcheck=\"true\"") && !text.contains("translate=\"yes\""),
                        template::toString);
            }
        }
    }
}
