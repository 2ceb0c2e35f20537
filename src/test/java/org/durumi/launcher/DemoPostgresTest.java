package org.durumi.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoPostgresTest {
    @Test
    void the_version_whose_data_it_reads_is_the_one_that_is_built_in() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertTrue(pom.contains("<postgresql-binaries.version>" + DemoPostgres.VERSION + "."));
    }
}
