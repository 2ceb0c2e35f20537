package org.durumi.starter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    @TempDir
    Path keys;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void a_complete_installation() {
        environment = new HashMap<>(Map.of(
                "DURUMI_BASE_URL", "https://durumi.example.org",
                "DURUMI_ZONE", "Asia/Seoul",
                "DURUMI_DEMO", "false",
                "DURUMI_LEAVE_ADDRESS", "https://www.example.org/",
                "DURUMI_OIDC_ISSUER", "https://id.example.org/realms/durumi",
                "DURUMI_OIDC_CLIENT_ID", "durumi",
                "DURUMI_KEYS_DIRECTORY", keys.toString(),
                "DURUMI_DATABASE_URL", "jdbc:postgresql://db.example.org/durumi"));
    }

    @Test
    void a_complete_installation_starts_with_the_usual_port_of_health() {
        Variables variables = new Variables(environment);

        assertDoesNotThrow(variables::require);
        assertEquals(8081, variables.healthPort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DURUMI_BASE_URL",
                "DURUMI_ZONE",
                "DURUMI_DEMO",
                "DURUMI_LEAVE_ADDRESS",
                "DURUMI_OIDC_ISSUER",
                "DURUMI_OIDC_CLIENT_ID",
                "DURUMI_KEYS_DIRECTORY",
                "DURUMI_DATABASE_URL"
            })
    void what_is_missing_is_named(String name) {
        environment.remove(name);
        assertEquals("the environment variable " + name + " is missing: see docs/operations.md.", refusal());
        environment.put(name, " ");
        assertEquals("the environment variable " + name + " is missing: see docs/operations.md.", refusal());
    }

    @Test
    void what_the_desk_lacks_keeps_nothing_from_starting() throws IOException {
        Files.writeString(keys.resolve("desk.jwk"), "no key");
        for (String server : List.of("", "http://10.0.0.7:8180", "https://id.internal.example.org/")) {
            environment.put("DURUMI_DESK_SERVER", server);
            assertDoesNotThrow(new Variables(environment)::require, server);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DURUMI_BASE_URL, durumi.example.org",
        "DURUMI_BASE_URL, 'https://durumi example'",
        "DURUMI_OIDC_ISSUER, ftp://id.example.org",
        "DURUMI_LEAVE_ADDRESS, /somewhere",
        "DURUMI_ZONE, Seoul",
        "DURUMI_DEMO, no",
        "DURUMI_KEYS_DIRECTORY, /nowhere/at/all",
        "DURUMI_HEALTH_PORT, health"
    })
    void what_cannot_be_is_named(String name, String value) {
        environment.put(name, value);
        assertTrue(refusal().startsWith(name + " "), this::refusal);
    }

    private String refusal() {
        return assertThrows(NotStarted.class, new Variables(environment)::require)
                .getMessage();
    }
}
