package org.durumi.identity.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;

/**
 * Seals what leaves our memory for a cookie or a session row: AES-256-GCM, as the JOSE library does it. What a seal is
 * for stands authenticated in its header, so that one cannot be used in place of another.
 */
public final class Seal {
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    /** @throws IllegalArgumentException if the key is not 32 bytes long */
    public Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the session key must have 32 bytes");
        }
        this.key = key.clone();
    }

    /** Seals a text for one purpose. */
    public String close(String purpose, String text) {
        JWEObject sealed = new JWEObject(header(purpose), new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return sealed.serialize();
    }

    /** Empty if the text was not sealed with this key for this purpose. */
    public Optional<String> open(String purpose, String sealed) {
        // No header but our own is even parsed: it names the algorithm, and it comes from outside.
        if (!sealed.startsWith(header(purpose).toBase64URL() + ".")) {
            return Optional.empty();
        }
        try {
            JWEObject object = JWEObject.parse(sealed);
            object.decrypt(new DirectDecrypter(key));
            return Optional.of(object.getPayload().toString());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JWEHeader header(String purpose) {
        return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(purpose)
                .build();
    }
}
