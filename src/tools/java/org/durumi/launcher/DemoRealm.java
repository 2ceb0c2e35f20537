package org.durumi.launcher;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The realm of the demo: the production realm with seven invented people, a password and no second factor. Everything else
 * stays as an organisation would run it, so that the demo shows the real sign-in.
 */
public final class DemoRealm {
    /** The account of the demo's administrator. */
    static final String ADMINISTRATOR = "admin";

    /** The password of all demo accounts. */
    public static final String PASSWORD = "crane-over-the-river";

    private static final String CLIENT = "durumi";

    private static final String DESK = "durumi-desk";
    private static final Set<Object> PASSWORD_ONLY = Set.of("durumi-browser", "durumi-forms", "durumi-loa1");
    private static final String SUBJECT = "00000000-0000-4000-8000-0000000000a";

    private DemoRealm() {}

    /**
     * The realm as Keycloak imports it.
     *
     * @param productionRealm the text of config/keycloak/durumi-realm.json
     * @param baseUrl where the application runs, such as http://localhost:8080
     * @param publicJwk the public key of this installation's client, as a JSON Web Key
     * @param deskJwk that of the client of the desk
     */
    public static String of(String productionRealm, String baseUrl, String publicJwk, String deskJwk) {
        Map<String, Object> realm = parse(productionRealm);
        // The list of forbidden passwords is a file that the demo does not have.
        realm.put("passwordPolicy", "length(15) and maxLength(128) and notUsername(undefined)");
        List<Object> users = new ArrayList<>(list(realm, "users"));
        users.addAll(users());
        realm.put("users", users);

        List<Object> clients = list(realm, "clients");
        clients.replaceAll(each -> switch (String.valueOf(object(each).get("clientId"))) {
            case CLIENT -> client(object(each), baseUrl, publicJwk);
            case DESK -> trusting(object(each), deskJwk, Map.of());
            default -> each;
        });
        realm.put("clients", clients);
        realm.put("authenticationFlows", withoutSecondFactor(list(realm, "authenticationFlows")));
        return JSONObjectUtils.toJSONString(realm);
    }

    private static Map<String, Object> client(Map<String, Object> client, String baseUrl, String jwk) {
        client.put("redirectUris", List.of(baseUrl + "/sign-in/callback"));
        client.put("baseUrl", baseUrl + "/");
        return trusting(
                client,
                jwk,
                Map.of(
                        "backchannel.logout.url",
                        baseUrl + "/back-channel-logout",
                        "default.acr.values",
                        "pwd",
                        "minimum.acr.value",
                        "pwd"));
    }

    private static Map<String, Object> trusting(Map<String, Object> client, String jwk, Map<String, String> more) {
        Map<String, Object> attributes = object(Objects.requireNonNull(client.get("attributes")));
        attributes.put("jwks.string", keySet(jwk));
        attributes.putAll(more);
        client.put("attributes", attributes);
        return client;
    }

    private static String keySet(String jwk) {
        return "{\"keys\":[" + JSONObjectUtils.toJSONString(parse(jwk)) + "]}";
    }

    private static List<Object> users() {
        return List.of(
                user(1, "haneul", "caseworker"),
                user(2, "yun", "caseworker"),
                user(3, "seo", "supervisor"),
                user(4, "bae", "supervisor"),
                user(5, "ohjin", "auditor"),
                user(6, ADMINISTRATOR, "administrator"),
                user(7, "moon", "administrator"));
    }

    private static Map<String, Object> user(int number, String name, String role) {
        return Map.of(
                "id",
                SUBJECT + number,
                "username",
                name,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)),
                "clientRoles",
                Map.of(CLIENT, List.of(role)));
    }

    /** The forms ask for the password only; the flows of the second factor and of the passkey go. */
    private static List<Object> withoutSecondFactor(List<Object> flows) {
        List<Object> kept = new ArrayList<>();
        for (Object each : flows) {
            Map<String, Object> flow = object(each);
            if (PASSWORD_ONLY.contains(flow.get("alias"))) {
                List<Object> executions = new ArrayList<>(list(flow, "authenticationExecutions"));
                executions.removeIf(execution -> object(execution).get("flowAlias") != null
                        && !PASSWORD_ONLY.contains(object(execution).get("flowAlias")));
                flow.put("authenticationExecutions", executions);
                kept.add(flow);
            }
        }
        return kept;
    }

    private static Map<String, Object> parse(String text) {
        try {
            return new HashMap<>(JSONObjectUtils.parse(text));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    private static List<Object> list(Map<String, Object> object, String name) {
        return new ArrayList<>((List<?>) object.get(name));
    }

    private static Map<String, Object> object(Object value) {
        Map<String, Object> copy = new HashMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> copy.put((String) name, each));
        return copy;
    }
}
