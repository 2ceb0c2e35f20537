package org.durumi.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * How a client of ours proves who it is.
 *
 * @param key its private key
 */
record ClientProof(String issuer, ClientID client, ECKey key, Clock clock) {
    private static final Duration LIFE = Duration.ofSeconds(30);

    /** A proof for one request. */
    PrivateKeyJWT now() {
        Instant now = clock.instant();
        JWTAuthenticationClaimsSet claims = new JWTAuthenticationClaimsSet(
                client,
                new Audience(issuer).toSingleAudienceList(),
                Date.from(now.plus(LIFE)),
                null,
                Date.from(now),
                new JWTID());
        try {
            return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, key.toPrivateKey(), key.getKeyID(), null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
