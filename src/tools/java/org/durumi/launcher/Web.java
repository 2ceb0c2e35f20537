package org.durumi.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Plain requests to the servers on this machine. */
final class Web {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Web() {}

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    static HttpResponse<String> get(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** The status of a GET, or 0 when nobody answers. */
    static int status(String url) {
        try {
            return get(url).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Waits until a server does what it shall.
     *
     * @throws StartRefused if it ends, or takes longer than its patience
     */
    static void await(String what, ServerProcess server, Duration patience, BooleanSupplier works) {
        long end = System.nanoTime() + patience.toNanos();
        while (!works.getAsBoolean()) {
            server.requireAlive();
            if (System.nanoTime() > end) {
                throw new StartRefused(what + " did not work within " + patience.toSeconds()
                        + " seconds: see the messages in " + server.log() + ".");
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StartRefused("The start was interrupted.", stopped);
            }
        }
    }
}
