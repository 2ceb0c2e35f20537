package org.durumi.vault;

import com.google.crypto.tink.subtle.Hkdf;
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
    private static final byte[] NO_SALT = {};

    private final KekFiles machine;

    TwoParts(KekFiles machine) {
        this.machine = machine;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public SortedMap<Integer, RawKey> keys(String typed) {
        String operator = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (operator.isEmpty()) {
            throw new NoKek("the operator's part was not typed");
        }
        SortedMap<Integer, RawKey> keys = new TreeMap<>();
        machine.parts().forEach((version, part) -> keys.put(version, join(part, operator, version)));
        return keys;
    }

    private static RawKey join(byte[] part, String operator, int version) {
        try {
            byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(operator.toCharArray(), part, ROUNDS, RawKey.LENGTH * Byte.SIZE))
                    .getEncoded();
            byte[] both = ByteBuffer.allocate(part.length + stretched.length)
                    .put(part)
                    .put(stretched)
                    .array();
            byte[] purpose = ("durumi key-encryption key " + version).getBytes(StandardCharsets.UTF_8);
            return new RawKey(Hkdf.computeHkdf("HmacSha256", both, NO_SALT, purpose, RawKey.LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has PBKDF2 and HMAC with SHA-256", impossible);
        }
    }
}
