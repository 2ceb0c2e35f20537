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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;

/**
 * Our second client at Keycloak, of the administrators' desk: it makes and changes accounts by the REST interface. What its key could do
 * besides stands in DeskContractIT. It asks for a token for each call, which are few.
 */
final class DeskClient {
    private static final Logger LOG = System.getLogger(DeskClient.class.getName());
    private static final Set<String> SECOND_FACTORS =
            Set.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");
    private static final String ACCOUNTS = "/users";
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int TAKEN = 409;

    /** A password that is hashed with care takes a busy server its time; whoever is given up on may be made all the same. */
    private static final int MAKING_MILLIS = 20_000;

    /** What Keycloak itself says of an account that there is not; whatever lies before it says something else. */
    private static final String NO_SUCH_ACCOUNT = "User not found";

    private final String server;
    private final ClientProof proof;

    /**
     * @param server where Keycloak is for us, without a slash at the end: its REST interface is not open to everybody
     * @throws IllegalArgumentException if that is no address
     */
    DeskClient(String server, ClientProof proof) {
        this.server = URI.create(server).toString();
        this.proof = proof;
    }

    /**
     * Makes an account in the group of a role; its password must be changed at the first sign-in.
     *
     * @return empty if the name is taken
     */
    Optional<UserId> create(String name, Role role, String password) {
        Map<String, Object> first = Map.of("type", "password", "value", password, "temporary", true);
        Map<String, Object> account = Map.of(
                "username", name,
                "enabled", true,
                "groups", List.of("/" + role.group() + "s"),
                "requiredActions", List.of("UPDATE_PASSWORD"),
                "credentials", List.of(first));
        HTTPResponse answer = call(HTTPRequest.Method.POST, ACCOUNTS, account);
        if (answer.getStatusCode() == TAKEN) {
            return Optional.empty();
        }
        require(answer.getStatusCode() == CREATED, answer);
        Optional<UserId> made = Optional.ofNullable(answer.getLocation())
                .map(URI::getPath)
                .flatMap(path -> UserId.read(path.substring(path.lastIndexOf('/') + 1)));
        if (made.isEmpty()) {
            // It was made, but nobody knows under which identifier.
            throw new ProviderAway(new ParseException("no Location", 0));
        }
        return made;
    }

    /** The account of a name, if it was made at that moment or later. */
    Optional<UserId> madeSince(String name, Instant since) {
        for (Map<?, ?> each : list("/users?exact=true&username=" + name)) {
            if (each.get("createdTimestamp") instanceof Number made && made.longValue() >= since.toEpochMilli()) {
                return UserId.read(String.valueOf(each.get("id")));
            }
        }
        return Optional.empty();
    }

    void remove(UserId who) {
        change(HTTPRequest.Method.DELETE, "/users/" + who, Map.of());
    }

    void enable(UserId who, boolean enabled) {
        change(HTTPRequest.Method.PUT, "/users/" + who, Map.of("enabled", enabled));
    }

    void endSessions(UserId who) {
        change(HTTPRequest.Method.POST, "/users/" + who + "/logout", Map.of());
    }

    /** All that somebody proves who they are with but the password; nobody is told that they are gone who has no account. */
    void takeSecondFactors(UserId who) {
        String credentials = "/users/" + who + "/credentials";
        for (Map<?, ?> each : list(credentials)) {
            if (SECOND_FACTORS.contains(String.valueOf(each.get("type")))) {
                HTTPResponse answer = call(HTTPRequest.Method.DELETE, credentials + "/" + each.get("id"), Map.of());
                require(answer.indicatesSuccess(), answer);
            }
        }
    }

    private List<Map<?, ?>> list(String path) {
        HTTPResponse found = call(HTTPRequest.Method.GET, path, Map.of());
        require(found.indicatesSuccess(), found);
        try {
            List<Map<?, ?>> read = new ArrayList<>();
            for (Object each : JSONArrayUtils.parse(found.getBody())) {
                if (each instanceof Map<?, ?> one) {
                    read.add(one);
                }
            }
            return read;
        } catch (ParseException e) {
            throw new ProviderAway(e);
        }
    }

    /** Somebody whom nobody has an account for is no error. */
    private void change(HTTPRequest.Method method, String path, Map<String, Object> body) {
        HTTPResponse answer = call(method, path, body);
        require(answer.indicatesSuccess() || saysNobody(answer), answer);
    }

    /** Whether Keycloak itself knows no such account: a proxy that closes this path answers with the same number. */
    private static boolean saysNobody(HTTPResponse answer) {
        try {
            return answer.getStatusCode() == NOT_FOUND
                    && answer.getBody() != null
                    && NO_SUCH_ACCOUNT.equals(
                            JSONObjectUtils.parse(answer.getBody()).get("error"));
        } catch (ParseException page) {
            return false;
        }
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
        return Calls.send(request, path.equals(ACCOUNTS) ? MAKING_MILLIS : Calls.READ_MILLIS);
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
