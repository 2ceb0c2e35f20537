package org.durumi.identity.keycloak;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.durumi.identity.session.Lifetimes;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.Strength;

/** Our side of the conversation with one Keycloak realm: push, exchange, refresh, end. Every call has a time-out. */
final class IdentityProvider {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST_KEY_SET = 64 * 1024;
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(30);
    private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
    private static final Duration KEYS_GOOD_IN_OUTAGE = Duration.ofHours(24);
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final String issuer;
    private final ClientID clientId;
    private final URI callback;
    private final ECKey clientKey;
    private final Strength asked;
    private final Clock clock;

    /**
     * @param callback where the identity provider sends the browser back to, exactly as registered there
     * @param clientKey the private key with which we prove who we are
     * @param asked the strongest sign-in that we ask for; what somebody reached stands in the token
     */
    IdentityProvider(String issuer, String clientId, URI callback, ECKey clientKey, Strength asked, Clock clock) {
        this.issuer = issuer;
        this.clientId = new ClientID(clientId);
        this.callback = callback;
        this.clientKey = clientKey;
        this.asked = asked;
        this.clock = clock;
    }

    /** What the identity provider hands out for a code or a refresh token. */
    record Tokens(String idToken, String accessToken, String refreshToken) {}

    String issuer() {
        return issuer;
    }

    /** The issuer's keys: cached, fetched again at most every half minute, and still good for a day when it is away. */
    JWKSource<SecurityContext> keys() {
        try {
            return JWKSourceBuilder.create(
                            endpoint("/certs").toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET))
                    .cache(KEYS_FRESH.toMillis(), READ_MILLIS + CONNECT_MILLIS)
                    .refreshAheadCache(false)
                    .outageTolerant(KEYS_GOOD_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Pushes the request for a sign-in and returns the address for the browser, which carries nothing but a reference.
     *
     * @param language in which the identity provider should ask
     * @throws ProviderAway if there is no answer
     */
    URI push(SignInTransaction transaction, Locale language) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), new Scope("openid"), clientId, callback)
                .state(new State(transaction.state()))
                .nonce(new Nonce(transaction.nonce()))
                .codeChallenge(new CodeVerifier(transaction.verifier()), CodeChallengeMethod.S256)
                .acrValues(List.of(new ACR(asked.acr())))
                .customParameter("ui_locales", language.getLanguage());
        if (transaction.isRenewal()) {
            // Without it the identity provider would answer from its own session, and nobody would be asked anything.
            request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge((int) Lifetimes.CONFIRMED.toSeconds());
        }
        try {
            HTTPResponse answer =
                    send(new PushedAuthorizationRequest(endpoint("/ext/par/request"), authentication(), request.build())
                            .toHTTPRequest());
            PushedAuthorizationResponse pushed = PushedAuthorizationResponse.parse(answer);
            if (!pushed.indicatesSuccess()) {
                throw new IllegalStateException("the identity provider refuses our request: "
                        + code(pushed.toErrorResponse().getErrorObject()));
            }
            return new AuthorizationRequest.Builder(pushed.toSuccessResponse().getRequestURI(), clientId)
                    .endpointURI(endpoint("/auth"))
                    .build()
                    .toURI();
        } catch (ParseException e) {
            throw new ProviderAway(e);
        }
    }

    /**
     * Exchanges the code of a sign-in.
     *
     * @throws GrantRefused if the code is used, too old, or of another sign-in
     * @throws ProviderAway if there is no answer
     */
    Tokens exchange(String code, String verifier) {
        return tokens(new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(verifier)));
    }

    /**
     * Asks whether a session still stands, and for its roles of now.
     *
     * @throws GrantRefused if the session is over, or the person disabled
     * @throws ProviderAway if there is no answer
     */
    Tokens refresh(String refreshToken) {
        return tokens(new RefreshTokenGrant(new RefreshToken(refreshToken)));
    }

    /**
     * Ends the person's session at the identity provider. One that is over already is no error.
     *
     * @throws ProviderAway if there is no answer
     */
    void endSession(String refreshToken) {
        Map<String, List<String>> form = new HashMap<>(authentication().toParameters());
        form.put("refresh_token", List.of(refreshToken));
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint("/logout"));
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setBody(URLUtils.serializeParameters(form));
        send(request);
    }

    private Tokens tokens(AuthorizationGrant grant) {
        HTTPRequest request = new TokenRequest.Builder(endpoint("/token"), authentication(), grant)
                .build()
                .toHTTPRequest();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(send(request));
            if (!answer.indicatesSuccess()) {
                throw new GrantRefused(code(answer.toErrorResponse().getErrorObject()));
            }
            OIDCTokenResponse granted = (OIDCTokenResponse) answer.toSuccessResponse();
            if (granted.getOIDCTokens().getIDTokenString() == null
                    || granted.getOIDCTokens().getRefreshToken() == null) {
                throw new NotGenuine("tokens missing");
            }
            return new Tokens(
                    granted.getOIDCTokens().getIDTokenString(),
                    granted.getOIDCTokens().getAccessToken().getValue(),
                    granted.getOIDCTokens().getRefreshToken().getValue());
        } catch (ParseException e) {
            throw new ProviderAway(e);
        }
    }

    private PrivateKeyJWT authentication() {
        Instant now = clock.instant();
        JWTAuthenticationClaimsSet claims = new JWTAuthenticationClaimsSet(
                clientId,
                new Audience(issuer).toSingleAudienceList(),
                Date.from(now.plus(ASSERTION_LIFE)),
                null,
                Date.from(now),
                new JWTID());
        try {
            return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, clientKey.toPrivateKey(), clientKey.getKeyID(), null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private HTTPResponse send(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse answer;
        try {
            answer = request.send();
        } catch (IOException e) {
            throw new ProviderAway(e);
        }
        if (answer.getStatusCode() >= SERVER_ERROR || answer.getStatusCode() == TOO_MANY) {
            throw new ProviderAway(answer.getStatusCode());
        }
        return answer;
    }

    private URI endpoint(String path) {
        return URI.create(issuer + "/protocol/openid-connect" + path);
    }

    private static String code(ErrorObject error) {
        return error == null || error.getCode() == null ? "unknown" : error.getCode();
    }
}
