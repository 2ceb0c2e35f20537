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
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Tokens that are signed with the right key and still must not be believed. */
class IdTokensTest {
    private static final String ISSUER = "http://localhost/realms/durumi";
    private static final String ACCESS_TOKEN = "the-access-token";
    private static final String NONCE = "the-nonce-of-this-sign-in";
    private static final ECKey KEY = key();

    private final IdTokens idTokens =
            new IdTokens(ISSUER, "durumi", new ImmutableJWKSet<>(new JWKSet(KEY)), Clock.systemUTC());

    @Test
    void a_token_as_it_must_be_is_believed() {
        VerifiedPerson person = idTokens.verify(token(claims -> claims), ACCESS_TOKEN, NONCE);
        assertEquals(new UserId("a1"), person.user());
        assertEquals(List.of("caseworker"), person.groups());
        assertEquals("mfa", person.acr());
        assertEquals("sid-1", person.sid());
    }

    @Test
    void another_issuer_is_not() {
        refused(claims -> claims.issuer("http://evil.example/realms/durumi"));
    }

    @Test
    void another_audience_or_party_is_not() {
        refused(claims -> claims.audience("another-client"));
        refused(claims -> claims.claim("azp", "another-client"));
        refused(claims -> claims.claim("azp", null));
        refused(claims -> claims.audience(List.of("durumi", "another-client")).claim("azp", "another-client"));
    }

    @Test
    void a_subject_that_is_no_identifier_is_not() {
        refused(claims -> claims.subject("Rim Sol Ok"));
        refused(claims -> claims.subject("staff-tool"));
        refused(claims -> claims.subject("임설옥"));
        refused(claims -> claims.subject(""));
        refused(claims -> claims.subject("a".repeat(65)));
    }

    @Test
    void an_old_or_missing_nonce_is_not() {
        refused(claims -> claims.claim("nonce", "of-another-sign-in"));
        refused(claims -> claims.claim("nonce", null));
    }

    @Test
    void a_token_out_of_its_time_is_not() {
        refused(claims -> claims.expirationTime(in(-60)));
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.issueTime(in(120)));
        refused(claims -> claims.claim("auth_time", in(120).getTime() / 1000));
    }

    @Test
    void clocks_may_differ_by_half_a_minute() {
        idTokens.verify(token(claims -> claims.expirationTime(in(-15))), ACCESS_TOKEN, NONCE);
    }

    @Test
    void a_missing_or_wrong_hash_of_the_access_token_is_not() {
        refused(claims -> claims.claim("at_hash", null));
        refused(claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
    }

    @Test
    void a_token_of_another_type_is_not() throws JOSEException {
        refused(claims -> claims.claim("typ", "Logout"));
        String logout = token(claims -> claims, "logout+jwt");
        assertThrows(NotGenuine.class, () -> idTokens.verify(logout, ACCESS_TOKEN, NONCE));
    }

    @Test
    void a_token_that_does_not_say_who_or_when_is_not() {
        refused(claims -> claims.subject(null));
        refused(claims -> claims.subject("x".repeat(65)));
        refused(claims -> claims.claim("auth_time", null));
        refused(claims -> claims.claim("sid", null));
        refused(claims -> claims.claim("groups", "caseworker"));
    }

    @Test
    void a_missing_strength_is_the_weakest() {
        assertEquals(
                "",
                idTokens.verify(token(claims -> claims.claim("acr", null)), ACCESS_TOKEN, NONCE)
                        .acr());
    }

    @Test
    void garbage_is_not_a_token() {
        for (String garbage : List.of("", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.")) {
            assertThrows(NotGenuine.class, () -> idTokens.verify(garbage, ACCESS_TOKEN, NONCE));
        }
    }

    @Test
    void keys_that_cannot_be_fetched_are_an_outage_and_no_forgery() {
        IdTokens cutOff = new IdTokens(
                ISSUER,
                "durumi",
                (selector, context) -> {
                    throw new RemoteKeySourceException("away", null);
                },
                Clock.systemUTC());
        assertThrows(ProviderAway.class, () -> cutOff.verify(token(claims -> claims), ACCESS_TOKEN, NONCE));
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        String token = token(change);
        assertThrows(NotGenuine.class, () -> idTokens.verify(token, ACCESS_TOKEN, NONCE));
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(change, "JWT");
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change, String type) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("a1")
                .audience("durumi")
                .issueTime(in(0))
                .expirationTime(in(120))
                .claim("azp", "durumi")
                .claim("typ", "ID")
                .claim("nonce", NONCE)
                .claim("acr", "mfa")
                .claim("auth_time", in(-5).getTime() / 1000)
                .claim("sid", "sid-1")
                .claim("groups", List.of("caseworker"))
                .claim(
                        "at_hash",
                        AccessTokenHash.compute(new BearerAccessToken(ACCESS_TOKEN), JWSAlgorithm.ES256, null)
                                .getValue());
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEY.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                change.apply(claims).build());
        try {
            token.sign(new ECDSASigner(KEY));
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
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
