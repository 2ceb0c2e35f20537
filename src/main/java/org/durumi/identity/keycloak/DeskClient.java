package org.durumi.identity.keycloak;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;

/**
 * Our second client at Keycloak, of the administrators' desk: it makes and changes accounts by the REST interface, and can do nothing
 * else there. It asks for a token for each act, which are few.
 */
final class DeskClient {
    private static final Logger LOG = System.getLogger(DeskClient.class.getName());
    private static final Set<String> SECOND_FACTORS =
            Set.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int TAKEN = 409;

    private final String server;
    private final ClientProof proof;

    /** @param server where Keycloak is for us, without a slash at the end: its REST interface is not open to everybody */
    DeskClient(String server, ClientProof proof) {
        this.server = server;
        this.proof = proof;
    }

    /**
     * Makes an account in the group of a role; its password must be changed at the first sign-in.
     *
     * @return empty if the name is taken
     */
    Optional<UserId> create(String name, Role role, String password) {
        HTTPResponse answer = call(
                HTTPRequest.Method.POST,
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "groups",
                        List.of("/" + role.group() + "s"),
                        "requiredActions",
                        List.of("UPDATE_PASSWORD"),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", true))));
        if (answer.getStatusCode() == TAKEN) {
            return Optional.empty();
        }
        require(answer.getStatusCode() == CREATED, answer);
        String address = answer.getLocation().getPath();
        return Optional.of(new UserId(address.substring(address.lastIndexOf('/') + 1)));
    }

    void enable(UserId who, boolean enabled) {
        change(HTTPRequest.Method.PUT, "/users/" + who, Map.of("enabled", enabled));
    }

    void endSessions(UserId who) {
        change(HTTPRequest.Method.POST, "/users/" + who + "/logout", Map.of());
    }

    void takeSecondFactors(UserId who) {
        HTTPResponse found = call(HTTPRequest.Method.GET, "/users/" + who + "/credentials", Map.of());
        if (found.getStatusCode() == NOT_FOUND) {
            return;
        }
        require(found.indicatesSuccess(), found);
        try {
            for (Object each : JSONArrayUtils.parse(found.getBody())) {
                if (each instanceof Map<?, ?> credential
                        && SECOND_FACTORS.contains(String.valueOf(credential.get("type")))) {
                    change(
                            HTTPRequest.Method.DELETE,
                            "/users/" + who + "/credentials/" + credential.get("id"),
                            Map.of());
                }
            }
        } catch (ParseException e) {
            throw new ProviderAway(e);
        }
    }

    /** Somebody whom nobody has an account for is no error. */
    private void change(HTTPRequest.Method method, String path, Map<String, Object> body) {
        HTTPResponse answer = call(method, path, body);
        require(answer.indicatesSuccess() || answer.getStatusCode() == NOT_FOUND, answer);
    }

    private static void require(boolean done, HTTPResponse answer) {
        if (!done) {
            LOG.log(Level.WARNING, "the identity provider refuses the desk with status {0}", answer.getStatusCode());
            throw new ProviderAway(answer.getStatusCode());
        }
    }

    private HTTPResponse call(HTTPRequest.Method method, String path, Map<String, Object> body) {
        HTTPRequest request = new HTTPRequest(method, URI.create(server + "/admin/realms/" + realm() + path));
        request.setAuthorization("Bearer " + token());
        if (method == HTTPRequest.Method.POST || method == HTTPRequest.Method.PUT) {
            request.setEntityContentType(ContentType.APPLICATION_JSON);
            request.setBody(JSONObjectUtils.toJSONString(body));
        }
        return Calls.send(request);
    }

    /** The token of this client alone: no person has signed in. */
    String token() {
        HTTPRequest request = new TokenRequest.Builder(
                        URI.create(server + "/realms/" + realm() + "/protocol/openid-connect/token"),
                        proof.now(),
                        new ClientCredentialsGrant())
                .build()
                .toHTTPRequest();
        try {
            TokenResponse answer = TokenResponse.parse(Calls.send(request));
            if (!answer.indicatesSuccess()) {
                LOG.log(Level.WARNING, "the identity provider does not know the client of the desk");
                throw new ProviderAway(answer.toHTTPResponse().getStatusCode());
            }
            return answer.toSuccessResponse().getTokens().getAccessToken().getValue();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new ProviderAway(e);
        }
    }

    private String realm() {
        return proof.issuer().substring(proof.issuer().lastIndexOf('/') + 1);
    }
}
