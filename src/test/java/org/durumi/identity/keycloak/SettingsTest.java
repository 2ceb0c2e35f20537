package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.durumi.launcher.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of the desk stops nobody from signing in, and is not used with an address that was guessed. */
class SettingsTest {
    private static final Optional<String> SERVER = Optional.of("http://127.0.0.1:8180");

    @TempDir
    Path keys;

    @Test
    void without_its_key_the_desk_touches_no_account() {
        Keys.in(keys);
        assertDesk(false, false, SERVER);
    }

    @Test
    void with_its_key_and_an_address_it_does() {
        Keys.in(keys).withDesk();
        assertDesk(true, false, SERVER);
    }

    @Test
    void a_key_without_an_address_or_with_none_that_can_be_is_useless() {
        Keys.in(keys).withDesk();
        assertDesk(false, true, Optional.empty());
        for (String wrong : List.of(
                "http://no address",
                "http://10.0.0.7:8180",
                "https://id.internal.example.org/",
                "https://id.internal.example.org?realm=durumi",
                "ftp://id.internal.example.org",
                "id.internal.example.org")) {
            assertDesk(false, true, Optional.of(wrong));
        }
    }

    @Test
    void in_clear_it_reaches_this_machine_alone() {
        Keys.in(keys).withDesk();
        for (String server : List.of(
                "https://id.internal.example.org",
                "http://127.0.0.1:8180",
                "http://localhost:8180",
                "http://[::1]:8180")) {
            assertDesk(true, false, Optional.of(server));
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_useless() throws Exception {
        Path key = keys.resolve("desk.jwk");
        Files.writeString(key, "{\"kty\":\"RSA\"}");
        assertDesk(false, true, SERVER);
        Files.delete(key);
        Files.createDirectory(key);
        assertDesk(false, true, SERVER);
    }

    private void assertDesk(boolean there, boolean useless, Optional<String> server) {
        Settings settings = new Settings();
        settings.issuer = "https://id.example.org/realms/durumi";
        settings.keys = keys.toString();
        settings.deskServer = server;
        settings.clock = Clock.systemUTC();
        settings.readDesk();
        assertEquals(there, settings.desk().isPresent());
        assertEquals(useless, settings.isDeskKeyUseless());
    }
}
