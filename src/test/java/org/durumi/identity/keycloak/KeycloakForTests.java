package org.durumi.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.durumi.launcher.DemoRealm;
import org.durumi.launcher.KeycloakAdmin;
import org.durumi.stack.Stack;

/**
 * A running Keycloak with the right to administer it. A test makes a realm of its own in it and takes it away again, so that
 * nobody else is disturbed.
 */
record KeycloakForTests(KeycloakAdmin keycloak) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The one of the stack, unless the tests are pointed at another by durumi.test.keycloak and its administrator. */
    static KeycloakForTests running() {
        String elsewhere = System.getProperty("durumi.test.keycloak");
        return new KeycloakForTests(
                elsewhere == null
                        ? Stack.running().keycloakAdmin()
                        : new KeycloakAdmin(
                                elsewhere,
                                System.getProperty("durumi.test.admin", "demo-admin"),
                                System.getProperty("durumi.test.admin.password", "")));
    }

    String issuer(String realm) {
        return keycloak.url() + "/realms/" + realm;
    }

    void make(String realm, String json) {
        remove(realm);
        expect(201, admin("POST", "", json));
    }

    /**
     * The realm of the demo under another name.
     *
     * @param ours where the application is
     * @param subjects with what the identifiers of its people begin: they are told apart in the whole server
     */
    void makeDemo(String realm, String ours, String subjects, ECKey client, ECKey desk) throws IOException {
        make(
                realm,
                DemoRealm.of(
                                Files.readString(Path.of("config/keycloak/durumi-realm.json")),
                                ours,
                                client.toPublicJWK().toJSONString(),
                                desk.toPublicJWK().toJSONString())
                        .replace("\"realm\":\"durumi\"", "\"realm\":\"" + realm + "\"")
                        .replace("00000000-0000-4000-8000-0000000000a", subjects));
    }

    /** A key of a client. */
    static ECKey newKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint(true)
                .generate();
    }

    void remove(String realm) {
        admin("DELETE", "/" + realm, "");
    }

    /** Somebody whose password an administrator chose, and who must choose another. */
    void addNewcomer(String realm, String name, String password) {
        expect(
                201,
                admin(
                        "POST",
                        "/" + realm + "/users",
                        JSONObjectUtils.toJSONString(Map.of(
                                "username",
                                name,
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", true))))));
    }

    void disable(String realm, String subject) {
        expect(204, admin("PUT", "/" + realm + "/users/" + subject, "{\"enabled\":false}"));
    }

    /** Ends all sessions of a person. */
    void logOut(String realm, String subject) {
        expect(204, admin("POST", "/" + realm + "/users/" + subject + "/logout", "{}"));
    }

    /** Says where our client hears that a session is over. */
    void tellLogoutsTo(String realm, String address) {
        try {
            Map<String, Object> client = new HashMap<>();
            ((Map<?, ?>) JSONArrayUtils.parse(admin("GET", "/" + realm + "/clients?clientId=durumi", "")
                                    .body())
                            .get(0))
                    .forEach((name, value) -> client.put((String) name, value));
            Map<String, Object> attributes = new HashMap<>();
            ((Map<?, ?>) client.get("attributes")).forEach((name, value) -> attributes.put((String) name, value));
            attributes.put("backchannel.logout.url", address);
            client.put("attributes", attributes);
            expect(
                    204,
                    admin("PUT", "/" + realm + "/clients/" + client.get("id"), JSONObjectUtils.toJSONString(client)));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    void takeRole(String realm, String subject, String role) {
        try {
            Map<?, ?> found =
                    (Map<?, ?>) JSONArrayUtils.parse(admin("GET", "/" + realm + "/clients?clientId=durumi", "")
                                    .body())
                            .get(0);
            String client = (String) found.get("id");
            String address = "/" + realm + "/users/" + subject + "/role-mappings/clients/" + client;
            List<Object> roles = JSONArrayUtils.parse(admin("GET", address, "").body());
            roles.removeIf(each -> !role.equals(((Map<?, ?>) each).get("name")));
            expect(204, admin("DELETE", address, JSONArrayUtils.toJSONString(roles)));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> admin(String method, String path, String json) {
        return keycloak.request(method, path, json.isEmpty() ? null : json);
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
