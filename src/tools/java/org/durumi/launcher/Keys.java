package org.durumi.launcher;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;

/** The keys of one installation, made once: the application's two at Keycloak, that of the sessions, and the one that wraps the others. */
public record Keys(Path directory) {
    private static final String CLIENT = "client.jwk";
    private static final String DESK = "desk.jwk";

    /** Makes the keys that are missing, but for that of the desk: who has it can make and change accounts at Keycloak. */
    public static Keys in(Path directory) {
        Keys keys = new Keys(directory);
        keys.jwk(CLIENT);
        Secrets.once(directory.resolve("session.key"), () -> Secrets.random(32, Base64.getEncoder()));
        Secrets.once(directory.resolve("kek.key"), () -> Secrets.random(32, Base64.getEncoder()));
        return keys;
    }

    /** The same with the key of the desk. */
    public Keys withDesk() {
        jwk(DESK);
        return this;
    }

    /** What Keycloak must know of the application's key. */
    public JWK publicJwk() {
        return jwk(CLIENT).toPublicJWK();
    }

    /** What Keycloak must know of the key with which administrators touch accounts, which is made if it is missing. */
    public JWK publicDeskJwk() {
        return jwk(DESK).toPublicJWK();
    }

    private JWK jwk(String name) {
        Path file = directory.resolve(name);
        try {
            return JWK.parse(Secrets.once(file, Keys::newClientKey));
        } catch (ParseException damaged) {
            throw new StartRefused("The key file " + file + " is damaged: restore it, or delete it to get a new key.");
        }
    }

    private static String newClientKey() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return key.toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
