package org.durumi.stack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.durumi.launcher.DemoRealm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who uses the product without a browser, for what a browser would not send; says by itself what a browser says. */
public final class Caller {
    private static final String BOUNDARY = "----CallerBoundary7MA4YWxkTrZu0gW";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String baseUrl;
    // Browsers keep secure cookies of http://localhost; the JDK's cookie store does not.
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    private Caller(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Somebody who has not signed in. */
    public static Caller guest() {
        return new Caller(Stack.running().baseUrl());
    }

    /** Somebody of the demo who has signed in through Keycloak's form. */
    public static Caller signedIn(String account) {
        Caller caller = guest();
        caller.token = caller.signIn(account)
                .document()
                .expectFirst("input[name=token]")
                .val();
        return caller;
    }

    /** What somebody is shown at the end who tries to sign in. */
    public static Answer tries(String account) {
        return guest().signIn(account);
    }

    private Answer signIn(String account) {
        Answer form = follow(get("/sign-in"));
        String action = form.document().expectFirst("form").absUrl("action");
        String body = encoded("username", account, "password", DemoRealm.PASSWORD, "credentialId", "");
        return follow(send(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    /** The same person in the same session, with these cookies only. */
    public Caller again() {
        Caller same = new Caller(baseUrl);
        same.cookies.putAll(cookies);
        same.token = token;
        return same;
    }

    /** The secret of the session that every form carries. */
    public String token() {
        return token;
    }

    /** The cookies as a browser sends them. */
    public String cookie() {
        return header();
    }

    /** A request as if a link of ours had been followed; change what it says before it is sent. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .setHeader("Accept", "text/html")
                .setHeader("Accept-Language", "en")
                .setHeader("Sec-Fetch-Mode", "navigate")
                .setHeader("Sec-Fetch-Dest", "document")
                .setHeader("Sec-Fetch-Site", "same-origin");
    }

    /** Opens an address as if a link of ours had been followed; redirects are not. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form of ours with the secret of the session: names and values in turn. Redirects are not followed. */
    public Answer post(String path, String... fields) {
        return send(form(path, "token=" + token + (fields.length == 0 ? "" : "&" + encoded(fields))));
    }

    /** Sends a form of ours with a file, as a browser does: names and values in turn. */
    public Answer upload(String path, String name, byte[] content, String... fields) {
        byte[] body = multipart(name, content, fields);
        return upload(path, BodyPublishers.ofByteArray(body));
    }

    /** The same, while something is looked at when half of it has been sent. */
    public Answer upload(Runnable halfway, String path, String name, byte[] content, String... fields) {
        byte[] body = multipart(name, content, fields);
        InputStream sent = new SequenceInputStream(
                new ByteArrayInputStream(body, 0, body.length / 2),
                new ByteArrayInputStream(body, body.length / 2, body.length) {
                    private boolean looked;

                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        if (!looked) {
                            looked = true;
                            halfway.run();
                        }
                        return super.read(into, offset, length);
                    }
                });
        return upload(path, BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> sent), body.length));
    }

    private Answer upload(String path, HttpRequest.BodyPublisher body) {
        return send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .setHeader("Origin", baseUrl)
                .POST(body));
    }

    private byte[] multipart(String name, byte[] content, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"token\"", token.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            part(body, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(body, "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A form as it stands, without anything added. */
    public HttpRequest.Builder form(String path, String body) {
        return request(path)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Origin", baseUrl)
                .POST(BodyPublishers.ofString(body));
    }

    /** @throws UncheckedIOException if there is no answer */
    public Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", header());
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(answer);
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The answer at the end of all redirects. */
    public Answer follow(Answer first) {
        Answer last = first;
        while (last.status() / 100 == 3) {
            last = send(request("/")
                    .uri(last.response().uri().resolve(last.header("Location")))
                    .GET());
        }
        return last;
    }

    /** Names and values in turn, as the body of a form. */
    public static String encoded(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        String[] cookie = header.split(";")[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    /** An answer of a server. */
    public record Answer(HttpResponse<byte[]> response) {
        private static final Pattern UUID =
                Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

        public int status() {
            return response.statusCode();
        }

        /** The first header of a name, or empty. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** The page as a browser reads it. */
        public Document document() {
            return Jsoup.parse(text(), response.uri().toString());
        }

        /** The number of the request that an error page shows. */
        public String requestId() {
            return document().expectFirst("code:matchesOwn(^" + UUID + ")").text();
        }

        /** The page without the identifiers in it. */
        public String textWithoutIds() {
            return UUID.matcher(text()).replaceAll("ID");
        }
    }
}
