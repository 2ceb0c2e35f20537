package org.durumi.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Verifies ID tokens: one algorithm, keys from the issuer only, issuer, audience, authorised party, times, nonce, hash. */
final class IdTokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final int SKEW_SECONDS = 30;

    private final String clientId;
    private final IDTokenValidator validator;
    private final Clock clock;

    IdTokens(String issuer, String clientId, JWKSource<SecurityContext> keys, Clock clock) {
        this.clientId = clientId;
        this.clock = clock;
        this.validator = new IDTokenValidator(
                JOSEObjectType.JWT,
                new Issuer(issuer),
                new ClientID(clientId),
                new JWSVerificationKeySelector<>(ALGORITHM, keys),
                null);
        this.validator.setMaxClockSkew(SKEW_SECONDS);
    }

    /**
     * The person of a new sign-in.
     *
     * @throws NotGenuine if anything about the token is not as it must be
     * @throws ProviderAway if the issuer's keys are not known and cannot be fetched
     */
    VerifiedPerson verify(String idToken, String accessToken, String nonce) {
        return read(idToken, accessToken, new Nonce(nonce));
    }

    /**
     * The person of a refreshed session, whose token carries no nonce.
     *
     * @throws NotGenuine if anything about the token is not as it must be, or it speaks of somebody else
     * @throws ProviderAway if the issuer's keys are not known and cannot be fetched
     */
    VerifiedPerson verifyRefreshed(String idToken, String accessToken, UserId expected) {
        VerifiedPerson person = read(idToken, accessToken, null);
        if (!person.user().equals(expected)) {
            throw new NotGenuine("another subject");
        }
        return person;
    }

    private VerifiedPerson read(String idToken, String accessToken, @Nullable Nonce nonce) {
        try {
            // Not JWTParser: an unsigned token must not even be parsed.
            SignedJWT token = SignedJWT.parse(idToken);
            if (!ALGORITHM.equals(token.getHeader().getAlgorithm())) {
                throw new NotGenuine("algorithm");
            }
            validator.validate(token, nonce);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            requireOurs(claims, accessToken);
            Instant authTime = Instant.ofEpochSecond(claims.getLongClaim("auth_time"));
            if (authTime.isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
                throw new NotGenuine("auth_time");
            }
            List<String> groups = claims.getStringListClaim("groups");
            return new VerifiedPerson(
                    subject(claims.getSubject()),
                    groups == null ? List.of() : groups,
                    claims.getStringClaim("acr") == null ? "" : claims.getStringClaim("acr"),
                    authTime,
                    claims.getStringClaim("sid"));
        } catch (RemoteKeySourceException e) {
            throw new ProviderAway(e);
        } catch (BadJOSEException | JOSEException e) {
            throw new NotGenuine(e.getClass().getSimpleName());
        } catch (ParseException | IllegalArgumentException e) {
            throw new NotGenuine("form");
        }
    }

    private void requireOurs(JWTClaimsSet claims, String accessToken) throws ParseException {
        if (!clientId.equals(claims.getStringClaim("azp"))) {
            throw new NotGenuine("azp");
        }
        if (!"ID".equals(claims.getStringClaim("typ"))) {
            throw new NotGenuine("typ");
        }
        if (claims.getLongClaim("auth_time") == null || claims.getStringClaim("sid") == null) {
            throw new NotGenuine("claims");
        }
        String hash = claims.getStringClaim("at_hash");
        if (hash == null) {
            throw new NotGenuine("at_hash");
        }
        try {
            AccessTokenValidator.validate(new BearerAccessToken(accessToken), ALGORITHM, new AccessTokenHash(hash));
        } catch (InvalidHashException e) {
            throw new NotGenuine("at_hash");
        }
    }

    /** @throws NotGenuine if it is no identifier that we can record, or the name of one of our programs */
    static UserId subject(@Nullable String claimed) {
        return Optional.ofNullable(claimed)
                .filter(each -> !Actor.PROGRAMS.contains(each))
                .flatMap(UserId::read)
                .orElseThrow(() -> new NotGenuine("subject"));
    }
}
