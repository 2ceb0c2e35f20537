package org.durumi.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.durumi.mac.MacKey;

/**
 * A key in one version or several, with which Tink seals and opens: AES-256-GCM with associated data. It seals with the newest
 * version; what is sealed begins with a byte 1 and the number of the version in four bytes.
 */
final class VersionedKey {
    static final int LENGTH = 32;
    static final int FIRST = 1;

    private final SortedMap<Integer, SecretBytes> versions;
    private final Aead aead;

    @AccessesPartialKey
    private VersionedKey(SortedMap<Integer, SecretBytes> versions) {
        this.versions = versions;
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (Map.Entry<Integer, SecretBytes> each : versions.entrySet()) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(AesGcmKey.builder()
                        .setParameters(PredefinedAeadParameters.AES256_GCM)
                        .setIdRequirement(each.getKey())
                        .setKeyBytes(each.getValue())
                        .build());
                keyset.addEntry(each.getKey() == newest() ? entry.makePrimary() : entry);
            }
            this.aead = keyset.build().getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("a key has a version and 32 bytes", unfit);
        }
    }

    private VersionedKey(int version, SecretBytes secret) {
        this(new TreeMap<>(Map.of(version, secret)));
    }

    /** @throws IllegalArgumentException if the secret has not 32 bytes */
    VersionedKey(int version, byte[] secret) {
        this(version, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
    }

    static VersionedKey draw(int version) {
        return new VersionedKey(version, SecretBytes.randomBytes(LENGTH));
    }

    /**
     * Several versions as one key.
     *
     * @throws WillNotOpen if there is none
     */
    static VersionedKey together(Collection<VersionedKey> keys) {
        if (keys.isEmpty()) {
            throw new WillNotOpen("no key");
        }
        SortedMap<Integer, SecretBytes> all = new TreeMap<>();
        keys.forEach(each -> all.putAll(each.versions));
        return keys.size() == 1 ? keys.iterator().next() : new VersionedKey(all);
    }

    /** What is sealed together with a value, so that it opens nowhere else. */
    static byte[] place(String... parts) {
        return String.join("|", parts).getBytes(StandardCharsets.UTF_8);
    }

    int newest() {
        return versions.lastKey();
    }

    boolean has(int version) {
        return versions.containsKey(version);
    }

    byte[] seal(byte[] plain, byte[] associated) {
        try {
            return aead.encrypt(plain, associated);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /** @throws WillNotOpen if it was sealed with another key or other associated data, or changed since */
    byte[] open(byte[] sealed, byte[] associated) {
        try {
            return aead.decrypt(sealed, associated);
        } catch (GeneralSecurityException wrong) {
            throw new WillNotOpen(wrong);
        }
    }

    /** A key for MACs and indexes that follows from the first version of this one, under a label of its own. */
    MacKey derived(String label) {
        byte[] secret = Objects.requireNonNull(versions.get(FIRST)).toByteArray(InsecureSecretKeyAccess.get());
        return new MacKey(secret).derived(label);
    }

    /** The newest version of this key, sealed with another. */
    byte[] wrappedBy(VersionedKey other, byte[] associated) {
        return other.seal(
                Objects.requireNonNull(versions.get(newest())).toByteArray(InsecureSecretKeyAccess.get()), associated);
    }

    /** @throws WillNotOpen if it was wrapped by another key or for something else */
    static VersionedKey unwrap(int version, byte[] wrapped, VersionedKey by, byte[] associated) {
        return new VersionedKey(version, by.open(wrapped, associated));
    }
}
