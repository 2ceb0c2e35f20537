package org.durumi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path directory;

    @Test
    void the_key_that_makes_accounts_is_made_only_for_who_asks_for_it() {
        Keys keys = Keys.in(directory);
        assertFalse(Files.exists(directory.resolve("desk.jwk")));

        String made = keys.withDesk().publicDeskJwk().toJSONString();
        assertEquals(made, Keys.in(directory).publicDeskJwk().toJSONString());
        assertFalse(made.contains("\"d\""));
    }
}
