package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
        assertDesk(false, true, Optional.of("http://no address"));
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
