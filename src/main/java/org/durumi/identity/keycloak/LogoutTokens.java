package org.durumi.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.durumi.identity.session.EndedAtProvider;
import org.durumi.identity.session.Lifetimes;
import org.durumi.identity.session.ProviderAway;

/**
 * Verifies the identity provider's word that a session is over: one algorithm, keys from the issuer only, its own type,
 * issuer, audience, a recent time, the event of a logout, no nonce.
 */
final class LogoutTokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final int SKEW_SECONDS = 30;

    private final LogoutTokenValidator validator;
    private final Clock clock;

    LogoutTokens(String issuer, String clientId, JWKSource<SecurityContext> keys, Clock clock) {
        this.clock = clock;
        this.validator = new LogoutTokenValidator(
                new Issuer(issuer),
                new ClientID(clientId),
                true,
                new JWSVerificationKeySelector<>(ALGORITHM, keys),
                null);
        this.validator.setMaxClockSkew(SKEW_SECONDS);
    }

    /**
     * What a token says.
     *
     * @throws NotGenuine if anything about the token is not as it must be
     * @throws ProviderAway if the issuer's keys are not known and cannot be fetched
     */
    EndedAtProvider verify(String logoutToken) {
        try {
            // Not JWTParser: an unsigned token must not even be parsed.
            SignedJWT token = SignedJWT.parse(logoutToken);
            if (!ALGORITHM.equals(token.getHeader().getAlgorithm())) {
                throw new NotGenuine("algorithm");
            }
            LogoutTokenClaimsSet claims = validator.validate(token);
            Instant issued = claims.getIssueTime().toInstant();
            Instant now = clock.instant();
            if (issued.isBefore(now.minus(Lifetimes.OLDEST_WORD)) || issued.isAfter(now.plusSeconds(SKEW_SECONDS))) {
                throw new NotGenuine("iat");
            }
            return new EndedAtProvider(
                    claims.getJWTID().getValue(),
                    Optional.ofNullable(claims.getSessionID()).map(SessionID::getValue),
                    Optional.ofNullable(claims.getSubject()).map(subject -> IdTokens.subject(subject.getValue())));
        } catch (RemoteKeySourceException e) {
            throw new ProviderAway(e);
        } catch (BadJOSEException | JOSEException e) {
            throw new NotGenuine(e.getClass().getSimpleName());
        } catch (ParseException | IllegalArgumentException e) {
            throw new NotGenuine("form");
        }
    }
}
