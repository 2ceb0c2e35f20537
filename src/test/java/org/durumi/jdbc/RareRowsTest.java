package org.durumi.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A kind that is asked for as a rare one, and of which the database says nothing, would never be shown. */
class RareRowsTest {
    private static final Pattern ASKED = Pattern.compile("rare\\.(?:of|hasNone)\\([^;]*?\"(\\w+)\"");
    private static final Pattern ANSWERED = Pattern.compile("then '(\\w+)' end");

    @Test
    void the_database_answers_for_every_kind_that_is_asked_for() throws Exception {
        assertEquals(found(ANSWERED, List.of(newest())), found(ASKED, sources()));
    }

    private static Set<String> found(Pattern pattern, List<Path> files) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            pattern.matcher(Files.readString(file, UTF_8)).results().forEach(each -> names.add(each.group(1)));
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }

    /** The migration that says last what the function answers. */
    private static Path newest() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/tools/resources/db/migration"))) {
            List<Path> saying = all.sorted().collect(Collectors.toList());
            for (Path each : saying.reversed()) {
                if (Files.readString(each, UTF_8).contains("function rare_rows(")) {
                    return each;
                }
            }
            throw new AssertionError("no migration makes the function");
        }
    }
}
