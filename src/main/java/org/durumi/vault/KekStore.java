package org.durumi.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys in a PKCS#12 keystore, under the aliases {@code kek-1}, {@code kek-2}. Its passphrase is the credential
 * {@code kek-passphrase} of systemd, or an administrator types it.
 */
final class KekStore implements KekSource {
    private static final String ALIAS = "kek-";

    private final Path file;
    private final Optional<Path> passphrase;

    KekStore(Path file, Optional<Path> credentials) {
        this.file = file;
        this.passphrase = credentials
                .map(directory -> directory.resolve("kek-passphrase"))
                .filter(Files::exists);
    }

    @Override
    public boolean isTyped() {
        return passphrase.isEmpty();
    }

    @Override
    public void requireFiles() {
        if (!Files.isReadable(file)) {
            throw new NoKek(file + " is missing or cannot be read by this user: look at its owner and mode");
        }
    }

    @Override
    public SortedMap<Integer, VersionedKey> keys(String typed) {
        try (InputStream stored = Files.newInputStream(file)) {
            char[] secret =
                    (passphrase.isPresent() ? Files.readString(passphrase.get()).strip() : typed).toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stored, secret);
            SortedMap<Integer, VersionedKey> keys = new TreeMap<>();
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, secret);
                if (alias.startsWith(ALIAS) && key != null) {
                    int version = Integer.parseInt(alias.substring(ALIAS.length()));
                    keys.put(version, new VersionedKey(version, key.getEncoded()));
                }
            }
            if (keys.isEmpty()) {
                throw new NoKek("there is no kek-1 in " + file);
            }
            return keys;
        } catch (IOException | GeneralSecurityException refused) {
            throw new NoKek(file + " cannot be opened: it is missing or damaged, or the passphrase is wrong");
        } catch (IllegalArgumentException misnamed) {
            throw new NoKek(file + " holds something that is no key of 32 bytes named kek-1, kek-2, …");
        }
    }
}
