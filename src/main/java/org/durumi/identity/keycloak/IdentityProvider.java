package org.durumi.identity.keycloak;

import com.nimbusds.common.contenttype.ContentType;
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
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
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
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.durumi.identity.session.Lifetimes;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.Strength;

/** Our side of the conversation with one Keycloak realm: push, exchange, refresh, end. Every call has a time-out. */
final class IdentityProvider {
    private static final int LARGEST_KEY_SET = 64 * 1024;
    private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
    private static final Duration KEYS_GOOD_IN_OUTAGE = Duration.ofHours(24);

    private final String issuer;
    private final ClientID clientId;
    private final URI callback;
    private final ClientProof proof;
    private final Strength asked;

    /**
     * @param callback where the identity provider sends the browser back to, exactly as registered there
     * @param clientKey the private key with which we prove who we are
     * @param asked the strongest sign-in that we ask for; what somebody reached stands in the token
     */
    IdentityProvider(String issuer, String clientId, URI callback, ECKey clientKey, Strength asked, Clock clock) {
        this.issuer = issuer;
        this.clientId = new ClientID(clientId);
        this.callback = callback;
        this.proof = new ClientProof(issuer, this.clientId, clientKey, clock);
        this.asked = asked;
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
                            new DefaultResourceRetriever(Calls.CONNECT_MILLIS, Calls.READ_MILLIS, LARGEST_KEY_SET))
                    .cache(KEYS_FRESH.toMillis(), Calls.READ_MILLIS + Calls.CONNECT_MILLIS)
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
            HTTPResponse answer = Calls.send(
                    new PushedAuthorizationRequest(endpoint("/ext/par/request"), proof.now(), request.build())
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
        Map<String, List<String>> form = new HashMap<>(proof.now().toParameters());
        form.put("refresh_token", List.of(refreshToken));
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint("/logout"));
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setBody(URLUtils.serializeParameters(form));
        Calls.send(request);
    }

    private Tokens tokens(AuthorizationGrant grant) {
        HTTPRequest request = new TokenRequest.Builder(endpoint("/token"), proof.now(), grant)
                .build()
                .toHTTPRequest();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(Calls.send(request));
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

    private URI endpoint(String path) {
        return URI.create(issuer + "/protocol/openid-connect" + path);
    }

    private static String code(ErrorObject error) {
        return error == null || error.getCode() == null ? "unknown" : error.getCode();
    }
}
