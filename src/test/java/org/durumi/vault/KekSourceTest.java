package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KekSourceTest {
    private static final String PART = "crane river lantern needle winter barley";
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] PLACE = {4};

    @TempDir
    Path keys;

    @TempDir
    Path credentials;

    @Test
    void files_are_versions_of_the_key() throws IOException {
        write(keys, "kek.key", 1, "r--------");
        write(keys, "kek-2.key", 2, "rw-------");
        write(keys, "session.key", 3, "rw-------");
        assertEquals(Set.of(1, 2), source("file").keys("").keySet());
        assertOpens(new VersionedKey(2, secret(2)), source("file").keys("").get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "r---w----"})
    void a_file_that_others_may_touch_is_refused(String rights) throws IOException {
        write(keys, "kek.key", 1, rights);
        assertThrows(NoKek.class, () -> source("file").keys(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!"})
    void a_file_that_holds_no_key_is_refused_without_quoting_it(String content) throws IOException {
        Path file = write(keys, "kek.key", 1, "rw-------");
        Files.writeString(file, content);
        NoKek refused = assertThrows(NoKek.class, () -> source("file").keys(""));
        assertTrue(content.isEmpty() || !refused.getMessage().contains(content));
    }

    @Test
    void without_a_file_or_a_credential_there_is_no_key() {
        assertThrows(NoKek.class, () -> source("file").keys(""));
        assertThrows(NoKek.class, () -> KekSource.of("credential", keys, Optional.empty()));
        assertThrows(NoKek.class, () -> source("pkcs12").keys(PART));
        assertThrows(NoKek.class, () -> source("vault"));
    }

    @Test
    void a_credential_may_be_readable_by_the_group_but_not_by_all() throws IOException {
        Path file = write(credentials, "kek.key", 1, "r--r-----");
        assertOpens(
                new VersionedKey(1, secret(1)), source("credential").keys("").get(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThrows(NoKek.class, () -> source("credential").keys(""));
    }

    @Test
    void a_keystore_opens_with_its_passphrase_typed_or_as_a_credential() throws Exception {
        store(keys.resolve("kek.p12"));
        assertTrue(source("pkcs12").isTyped());
        assertEquals(Set.of(1, 2), source("pkcs12").keys(PART).keySet());
        assertOpens(new VersionedKey(2, secret(2)), source("pkcs12").keys(PART).get(2));
        assertThrows(NoKek.class, () -> source("pkcs12").keys(PART + "x"));
        assertThrows(NoKek.class, () -> source("pkcs12").keys(""));

        Files.writeString(credentials.resolve("kek-passphrase"), PART + "\n");
        assertFalse(source("pkcs12").isTyped());
        assertOpens(new VersionedKey(1, secret(1)), source("pkcs12").keys("").get(1));
    }

    @Test
    void two_parts_make_a_key_that_neither_makes_alone() throws IOException {
        write(keys, "kek.key", 1, "r--------");
        KekSource both = KekSource.of("two-part", keys, Optional.empty());
        assertTrue(both.isTyped());
        VersionedKey key = both.keys(PART).get(1);
        assertOpens(key, both.keys("  " + PART + " ").get(1));
        assertStaysShut(key, both.keys(PART.toUpperCase(java.util.Locale.ROOT)).get(1));
        assertStaysShut(key, new VersionedKey(1, secret(1)));
        assertThrows(NoKek.class, () -> both.keys(""));

        write(credentials, "kek.key", 2, "r--------");
        assertStaysShut(key, source("two-part").keys(PART).get(1));
    }

    @Test
    void the_same_typed_part_in_another_form_of_unicode_is_the_same() throws IOException {
        write(keys, "kek.key", 1, "r--------");
        KekSource both = KekSource.of("two-part", keys, Optional.empty());
        assertOpens(
                both.keys("두루미").get(1),
                both.keys(java.text.Normalizer.normalize("두루미", java.text.Normalizer.Form.NFD))
                        .get(1));
    }

    private KekSource source(String name) {
        return KekSource.of(name, keys, Optional.of(credentials));
    }

    private static void assertOpens(VersionedKey sealing, VersionedKey opening) {
        assertArrayEquals(PLAIN, opening.open(sealing.seal(PLAIN, PLACE), PLACE));
    }

    private static void assertStaysShut(VersionedKey sealing, VersionedKey opening) {
        assertThrows(WillNotOpen.class, () -> opening.open(sealing.seal(PLAIN, PLACE), PLACE));
    }

    private static void store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        KeyStore.ProtectionParameter passphrase = new KeyStore.PasswordProtection(PART.toCharArray());
        store.setEntry("kek-1", new KeyStore.SecretKeyEntry(new SecretKeySpec(secret(1), "AES")), passphrase);
        store.setEntry("kek-2", new KeyStore.SecretKeyEntry(new SecretKeySpec(secret(2), "AES")), passphrase);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PART.toCharArray());
        }
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[VersionedKey.LENGTH];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }

    private static Path write(Path directory, String name, int fill, String rights) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, Base64.getEncoder().encodeToString(secret(fill)) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
