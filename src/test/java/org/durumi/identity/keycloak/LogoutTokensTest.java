package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.durumi.identity.session.EndedAtProvider;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Words that somebody's session is over, signed with the right key, that must not be believed. */
class LogoutTokensTest {
    private static final String ISSUER = "http://localhost/realms/durumi";
    private static final Map<String, Object> LOGOUT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    private static final ECKey KEY = key();

    private final LogoutTokens tokens =
            new LogoutTokens(ISSUER, "durumi", new ImmutableJWKSet<>(new JWKSet(KEY)), Clock.systemUTC());

    @Test
    void a_word_as_it_must_be_is_believed() {
        EndedAtProvider ended = tokens.verify(token(claims -> claims));
        assertEquals("jti-1", ended.jti());
        assertEquals(Optional.of("sid-1"), ended.sid());
        assertEquals(Optional.of(new UserId("a1")), ended.user());
    }

    @Test
    void a_word_about_all_sessions_of_a_person_is_believed_too() {
        assertEquals(
                Optional.empty(),
                tokens.verify(token(claims -> claims.claim("sid", null))).sid());
    }

    @Test
    void a_word_about_nobody_is_not() {
        refused(claims -> claims.claim("sid", null).subject(null));
    }

    @Test
    void a_word_with_a_nonce_could_be_an_id_token() {
        refused(claims -> claims.claim("nonce", "n"));
    }

    @Test
    void another_type_another_issuer_another_audience_are_not() {
        for (String type : List.of("JWT", "at+jwt", "")) {
            String token = token(claims -> claims, type);
            assertThrows(NotGenuine.class, () -> tokens.verify(token), type);
        }
        refused(claims -> claims.issuer("http://evil.example/realms/durumi"));
        refused(claims -> claims.audience("another-client"));
    }

    @Test
    void an_old_word_is_not_and_neither_is_one_from_the_future() {
        refused(claims -> claims.issueTime(in(-125)));
        refused(claims -> claims.issueTime(in(60)));
        refused(claims -> claims.issueTime(null));
        refused(claims -> claims.expirationTime(in(-60)));
        tokens.verify(token(claims -> claims.issueTime(in(-100))));
    }

    @Test
    void a_word_without_name_or_event_is_not() {
        refused(claims -> claims.jwtID(null));
        refused(claims -> claims.claim("events", null));
        refused(claims -> claims.claim("events", Map.of("http://example.org/other", Map.of())));
    }

    @Test
    void another_key_and_garbage_are_not() throws JOSEException {
        ECKey forger = new ECKeyGenerator(Curve.P_256).keyID(KEY.getKeyID()).generate();
        String forged = signed(claims -> claims, "logout+jwt", forger);
        assertThrows(NotGenuine.class, () -> tokens.verify(forged));
        for (String garbage : List.of("", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            assertThrows(NotGenuine.class, () -> tokens.verify(garbage));
        }
    }

    @Test
    void keys_that_cannot_be_fetched_are_an_outage_and_no_forgery() {
        LogoutTokens cutOff = new LogoutTokens(
                ISSUER,
                "durumi",
                (selector, context) -> {
                    throw new RemoteKeySourceException("away", null);
                },
                Clock.systemUTC());
        assertThrows(ProviderAway.class, () -> cutOff.verify(token(claims -> claims)));
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        String token = token(change);
        assertThrows(NotGenuine.class, () -> tokens.verify(token));
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(change, "logout+jwt");
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change, String type) {
        return signed(change, type, KEY);
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change, String type, ECKey key) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("a1")
                .audience("durumi")
                .issueTime(in(0))
                .expirationTime(in(120))
                .jwtID("jti-1")
                .claim("sid", "sid-1")
                .claim("events", LOGOUT);
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
        SignedJWT token = new SignedJWT(
                (type.isEmpty() ? header : header.type(new JOSEObjectType(type))).build(),
                change.apply(claims).build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
