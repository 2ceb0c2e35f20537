package org.durumi.identity.keycloak;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** As much of a browser as Keycloak's sign-in form needs: cookies, redirects, one form. Stops at our own address. */
final class FormBrowser {
    private final String ours;
    private final Map<String, String> cookies = new HashMap<>();

    /** @param ours the beginning of the addresses where it stops */
    FormBrowser(String ours) {
        this.ours = ours;
    }

    /** Signs in and returns the parameters with which Keycloak sends the browser back. */
    Map<String, String> signIn(URI start, String user, String password) {
        HttpResponse<String> end = submit(start, user, password);
        return parameters(URI.create(end.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("not sent back but status " + end.statusCode()))));
    }

    /** Sends the form of the sign-in and returns what comes of it. */
    HttpResponse<String> submit(URI start, String user, String password) {
        HttpResponse<String> form = follow(get(start));
        String action = Jsoup.parse(form.body(), form.uri().toString())
                .expectFirst("form")
                .absUrl("action");
        String body = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&credentialId=";
        return follow(keep(KeycloakForTests.send(request(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build())));
    }

    /** The answer to one request, after its redirects. */
    HttpResponse<String> open(URI address) {
        return follow(get(address));
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.statusCode() / 100 == 3) {
            String next = last.headers().firstValue("Location").orElseThrow();
            if (next.startsWith(ours)) {
                return last;
            }
            last = get(last.uri().resolve(next));
        }
        return last;
    }

    private HttpResponse<String> get(URI address) {
        return keep(KeycloakForTests.send(request(address).build()));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String[] cookie = header.split(";")[0].split("=", 2);
            if (header.contains("Max-Age=0")) {
                cookies.remove(cookie[0]);
            } else {
                cookies.put(cookie[0], cookie[1]);
            }
        }
        return answer;
    }

    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
