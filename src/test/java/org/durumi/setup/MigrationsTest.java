package org.durumi.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a database has taken is never changed: what follows is a migration of its own. */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/tools/resources/db/migration");

    /** As sha256sum writes it: a sum, two blanks, a name. */
    private static final Path SUMS = Path.of("src/tools/resources/db/migration.sha256");

    @Test
    void a_migration_that_is_listed_is_never_changed_and_each_one_is_listed() throws IOException {
        Map<String, String> listed = Files.readAllLines(SUMS).stream()
                .map(line -> line.split(" {2}"))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, same) -> same, TreeMap::new));

        assertEquals(
                listed,
                sums(),
                "a changed file stops every installation: write another migration; a new file is listed with" + " (cd "
                        + MIGRATIONS + " && sha256sum *.sql) > " + SUMS);
    }

    private static Map<String, String> sums() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), MigrationsTest::sum, (one, same) -> same, TreeMap::new));
        }
    }

    private static String sum(Path file) {
        try {
            // A checkout may end its lines in another way.
            String text = Files.readString(file).replace("\r\n", "\n");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
