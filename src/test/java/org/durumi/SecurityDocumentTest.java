package org.durumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md promises no wall that no test holds. */
class SecurityDocumentTest {
    @Test
    void every_wall_has_a_test_that_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<List<String>> walls = DomainTables.rows("../security.md", "wall");
        assertFalse(walls.isEmpty());
        for (List<String> wall : walls) {
            List<String> named = DomainTables.items(wall.get(2).replace("`", ""));
            assertEquals(
                    List.of(),
                    named.stream().filter(test -> !tests.contains(test)).toList(),
                    wall.get(0));
        }
    }
}
