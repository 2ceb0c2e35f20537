package org.durumi.demo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Goes the way of a browser from the application's sign-in to the form of the identity provider.
 *
 * @param url of the application
 */
record SignInProbe(String url) {
    private static final int STEPS = 6;

    /** Whether the form appears; it is not filled in. */
    boolean reachesForm() {
        Map<String, String> cookies = new LinkedHashMap<>();
        URI address = URI.create(url + "/sign-in");
        try {
            for (int step = 0; step < STEPS; step++) {
                HttpRequest.Builder request = HttpRequest.newBuilder(address)
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .header("Sec-Fetch-Site", "none")
                        .GET();
                if (!cookies.isEmpty()) {
                    request.header("Cookie", header(cookies));
                }
                HttpResponse<String> answer = Web.send(request);
                // Browsers keep secure cookies of http://localhost; the JDK's cookie store does not.
                answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookies, cookie));
                if (answer.statusCode() == 200) {
                    return !address.getPath().equals("/sign-in")
                            && answer.body().contains("password");
                }
                if (answer.statusCode() / 100 != 3) {
                    return false;
                }
                address =
                        address.resolve(answer.headers().firstValue("Location").orElseThrow());
            }
            return false;
        } catch (IOException | RuntimeException notYet) {
            return false;
        }
    }

    private static void keep(Map<String, String> cookies, String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals > 0) {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
