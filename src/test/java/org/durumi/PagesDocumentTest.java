package org.durumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/pages.md to the files that it shows: an example that nobody compiles rots. */
class PagesDocumentTest {
    private static final Pattern SHOWN = Pattern.compile("(?s)```(?:java|jte) (\\S+)\n(.*?)```");

    @Test
    void every_example_is_the_file_that_it_names_without_its_imports() throws IOException {
        List<MatchResult> shown = SHOWN.matcher(Files.readString(Path.of("docs/pages.md")))
                .results()
                .toList();
        assertTrue(shown.size() >= 4, "the examples were found");
        for (MatchResult each : shown) {
            String file = Files.readString(Path.of(each.group(1)))
                    .replaceFirst("^package [^\n]*\n", "")
                    .replaceAll("(?m)^import [^\n]*\n", "");
            assertEquals(file.strip(), each.group(2).strip(), each.group(1));
        }
    }
}
