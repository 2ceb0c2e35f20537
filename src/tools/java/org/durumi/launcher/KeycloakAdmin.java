package org.durumi.launcher;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The administration of a Keycloak of our own, by its REST interface.
 *
 * @param url where Keycloak is, without a slash at the end
 */
public record KeycloakAdmin(String url, String user, String password) {
    /** Parts of a realm that belong to people and flows once it exists: only a new realm takes them from its file. */
    private static final Set<String> ONLY_AT_FIRST = Set.of(
            "users",
            "clients",
            "roles",
            "groups",
            "clientScopes",
            "authenticationFlows",
            "authenticatorConfig",
            "requiredActions",
            "components",
            "scopeMappings",
            "clientScopeMappings",
            "identityProviders",
            "protocolMappers");

    /** Makes the realm of a file, or brings an existing one's settings and clients to what the file says. */
    public void bring(String realmJson) {
        Map<String, Object> realm = parse(realmJson);
        String name = text(realm, "realm");
        if (request("GET", "/" + name, null).statusCode() == 404) {
            expect(request("POST", "", realmJson), 201);
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>(realm);
        settings.keySet().removeAll(ONLY_AT_FIRST);
        expect(request("PUT", "/" + name, JSONObjectUtils.toJSONString(settings)), 204);
        for (Map<String, Object> client : objects(Objects.requireNonNull(realm.get("clients")))) {
            bringClient(name, client);
        }
    }

    private void bringClient(String realm, Map<String, Object> client) {
        String address = "/" + realm + "/clients";
        HttpResponse<String> found = request("GET", address + "?clientId=" + client.get("clientId"), null);
        expect(found, 200);
        List<Map<String, Object>> existing = parseList(found.body());
        if (existing.isEmpty()) {
            expect(request("POST", address, JSONObjectUtils.toJSONString(client)), 201);
            return;
        }
        Map<String, Object> changed = new LinkedHashMap<>(existing.get(0));
        client.forEach((key, value) -> {
            if (!key.equals("id") && !key.equals("protocolMappers") && !key.endsWith("ClientScopes")) {
                changed.put(key, value);
            }
        });
        expect(request("PUT", address + "/" + changed.get("id"), JSONObjectUtils.toJSONString(changed)), 204);
    }

    /**
     * A request below {@code /admin/realms}, for what tests do to users and sessions.
     *
     * @param body JSON, or null for none
     */
    public HttpResponse<String> request(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return Web.send(request);
        } catch (IOException silent) {
            throw new StartRefused("Keycloak does not answer: " + silent.getMessage(), silent);
        }
    }

    private String token() {
        try {
            HttpResponse<String> answer =
                    Web.send(HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(Web.form(Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    user,
                                    "password",
                                    password)))));
            expect(answer, 200);
            return text(parse(answer.body()), "access_token");
        } catch (IOException silent) {
            throw new StartRefused("Keycloak does not answer: " + silent.getMessage(), silent);
        }
    }

    private static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new StartRefused("Keycloak refused %s %s with status %d: %s"
                    .formatted(
                            answer.request().method(),
                            answer.request().uri().getPath(),
                            answer.statusCode(),
                            answer.body()));
        }
    }

    private static String text(Map<String, Object> object, String name) {
        return (String) Objects.requireNonNull(object.get(name), name);
    }

    private static Map<String, Object> parse(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException damaged) {
            throw new StartRefused("Not the JSON of a realm: " + damaged.getMessage(), damaged);
        }
    }

    private static List<Map<String, Object>> parseList(String json) {
        try {
            return objects(JSONArrayUtils.parse(json));
        } catch (ParseException damaged) {
            throw new StartRefused("Not a list in JSON: " + damaged.getMessage(), damaged);
        }
    }

    private static List<Map<String, Object>> objects(Object list) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map) {
                    Map<String, Object> object = new LinkedHashMap<>();
                    map.forEach((key, value) -> object.put((String) key, value));
                    objects.add(object);
                }
            }
        }
        return objects;
    }
}
