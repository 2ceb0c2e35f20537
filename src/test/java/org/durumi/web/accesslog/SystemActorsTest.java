package org.durumi.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.identity.Actor;
import org.junit.jupiter.api.Test;

/** An auditor reads in words who of the system did something. */
class SystemActorsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/durumi");
    private static final Pattern NAMED = Pattern.compile("Actor\\.system\\(\"([^\"]+)\"\\)");

    @Test
    void every_actor_of_the_system_that_the_code_names_has_words() throws IOException {
        Set<String> named = named();
        assertTrue(named.contains("risk"), named::toString);
        assertTrue(Actor.PROGRAMS.containsAll(named), "nobody signs in under one of these names");
        assertTrue(Actor.PROGRAMS.containsAll(AccessLogController.SYSTEM));
        named.removeAll(AccessLogController.SYSTEM);
        assertEquals(Set.of(), named);
        for (String language : Set.of("ko", "en")) {
            String texts = Files.readString(
                    Path.of("src/main/resources/org/durumi/i18n/accesslog_" + language + ".properties"));
            for (String each : AccessLogController.SYSTEM) {
                assertTrue(texts.contains("\naccess-log.system." + each + "="), each + " in " + language);
            }
        }
    }

    /** The demo is told by one that no auditor of real cases meets. */
    private static Set<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(each -> each.toString().endsWith(".java") && !each.startsWith(SOURCES.resolve("demo")))
                    .flatMap(each -> NAMED.matcher(read(each)).results())
                    .map(each -> each.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
