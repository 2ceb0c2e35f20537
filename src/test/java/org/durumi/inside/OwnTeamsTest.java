package org.durumi.inside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests in the server share its database: those that count what stands in a team need one of their own, and people, of whom each has one role. */
class OwnTeamsTest {
    private static final Pattern TEAM = Pattern.compile("TeamId\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("\\bactor\\(\\s*\"([^\"]+)\"");

    @Test
    void no_two_tests_make_the_same_team() throws IOException {
        assertEquals(Map.of(), madeTwice(TEAM));
    }

    @Test
    void no_two_tests_make_the_same_person() throws IOException {
        assertEquals(Map.of(), madeTwice(PERSON));
    }

    private static Map<String, List<String>> madeTwice(Pattern named) throws IOException {
        Map<String, List<String>> makers = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            for (Path test :
                    all.filter(each -> each.toString().endsWith("IT.java")).toList()) {
                named.matcher(Files.readString(test, UTF_8))
                        .results()
                        .map(each -> each.group(1))
                        .distinct()
                        .forEach(name -> makers.computeIfAbsent(name, each -> new ArrayList<>())
                                .add(test.getFileName().toString()));
            }
        }
        makers.values().removeIf(each -> each.size() == 1);
        return makers;
    }
}
