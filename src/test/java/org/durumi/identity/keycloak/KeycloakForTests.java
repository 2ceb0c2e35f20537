package org.durumi.identity.keycloak;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * A running Keycloak with the right to administer it. A test makes a realm of its own in it and takes it away again, so that
 * nobody else is disturbed.
 */
record KeycloakForTests(String url, String user, String password) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The one that the surroundings of the tests started. */
    static KeycloakForTests running() {
        return new KeycloakForTests(
                System.getProperty("durumi.test.keycloak", "http://localhost:18180"),
                System.getProperty("durumi.test.admin", "demo-admin"),
                System.getProperty("durumi.test.admin.password", ""));
    }

    String issuer(String realm) {
        return url + "/realms/" + realm;
    }

    void make(String realm, String json) {
        remove(realm);
        expect(201, admin("POST", "", json));
    }

    void remove(String realm) {
        admin("DELETE", "/" + realm, "");
    }

    void disable(String realm, String subject) {
        expect(204, admin("PUT", "/" + realm + "/users/" + subject, "{\"enabled\":false}"));
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
        return send(HttpRequest.newBuilder(URI.create(url + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build());
    }

    private String token() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=" + user + "&password=" + password))
                        .build());
        expect(200, answer);
        try {
            return (String) JSONObjectUtils.parse(answer.body()).get("access_token");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
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
