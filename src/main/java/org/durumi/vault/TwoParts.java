package org.durumi.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.HkdfPrfKey;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keys that the machine alone cannot make: one part lies in a file or credential, an administrator types the other after
 * every start. Who takes the machine away has to guess the typed part, which is stretched to make guessing slow.
 */
final class TwoParts implements KekSource {
    private static final int ROUNDS = 600_000;

    private final KekFiles machine;

    TwoParts(KekFiles machine) {
        this.machine = machine;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public void requireFiles() {
        machine.requireFiles();
    }

    @Override
    public SortedMap<Integer, VersionedKey> keys(String typed) {
        String operator = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (operator.isEmpty()) {
            throw new NoKek("the operator's part was not typed");
        }
        SortedMap<Integer, VersionedKey> keys = new TreeMap<>();
        machine.parts().forEach((version, part) -> keys.put(version, join(part, operator, version)));
        return keys;
    }

    private static VersionedKey join(byte[] part, String operator, int version) {
        try {
            byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(operator.toCharArray(), part, ROUNDS, VersionedKey.LENGTH * Byte.SIZE))
                    .getEncoded();
            byte[] both = ByteBuffer.allocate(part.length + stretched.length)
                    .put(part)
                    .put(stretched)
                    .array();
            byte[] purpose = ("durumi key-encryption key " + version).getBytes(StandardCharsets.UTF_8);
            return new VersionedKey(version, hkdf(both, purpose, VersionedKey.LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has PBKDF2 and HMAC with SHA-256", impossible);
        }
    }

    /**
     * HKDF with SHA-256 and without salt, as RFC 5869 says.
     *
     * @param secret at least 32 bytes
     */
    @AccessesPartialKey
    static byte[] hkdf(byte[] secret, byte[] purpose, int length) throws GeneralSecurityException {
        HkdfPrfKey key = HkdfPrfKey.builder()
                .setParameters(HkdfPrfParameters.builder()
                        .setKeySizeBytes(secret.length)
                        .setHashType(HkdfPrfParameters.HashType.SHA256)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(PrfConfig2026.get(), PrfSet.class)
                .computePrimary(purpose, length);
    }
}
