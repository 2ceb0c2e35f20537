package org.durumi.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.durumi.identity.session.SessionRows;

/**
 * A generated person with a session of their own and a connection that is kept. The session is written into its table as a
 * sign-in would have left it, but its proof never grows old: what is measured is the application, not the identity provider.
 */
final class BenchUser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 480;
    private static final long PAUSE_MILLIS = 250;
    private static final List<String> LISTS = List.of(
            "/cases",
            "/cases?sort=CHANGED",
            "/cases?level=HIGH&sort=STAGE",
            "/cases?stage=TRANSIT&sort=NUMBER",
            "/cases?country=CN&page=2",
            "/cases?closed=yes&sort=CHANGED");

    private static final List<String> NAMES = List.of("김영순", "최성옥", "박미혜", "은철");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String baseUrl;
    private final String user;
    private final String cookie = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final String token = UUID.randomUUID().toString();
    private final List<Target> cases = new ArrayList<>();
    private int turn;

    /** An open case of the person, and somebody in it. */
    private record Target(String number, UUID participant) {}

    private BenchUser(String baseUrl, String user) {
        this.baseUrl = baseUrl;
        this.user = user;
    }

    /**
     * @param database as a superuser
     * @param rows writes the session as the application would
     */
    static BenchUser signedIn(String user, String baseUrl, Connection database, SessionRows rows) throws SQLException {
        BenchUser person = new BenchUser(baseUrl, user);
        person.openSession(database, rows);
        person.findCases(database);
        return person;
    }

    private void openSession(Connection database, SessionRows rows) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                insert into staff_session (id_hash, user_id, tag, roles, csrf_token, language, acr, auth_time, provider_sid,
                    refresh_token, refresh_due, created, touched, idle_until, ends, granted_mac, awake_mac, refresh_mac)
                select ?, user_id, ?, roles, ?, 'ko', 'phr', now() + interval '9 hours', ?, '', now() + interval '9 hours',
                    now(), now(), now() + interval '9 hours', now() + interval '10 hours', zeroes, zeroes, zeroes
                from (select decode(repeat('00', 32), 'hex') zeroes) z, staff_member where user_id = ?
                on conflict (user_id) do update set id_hash = excluded.id_hash, csrf_token = excluded.csrf_token,
                    auth_time = excluded.auth_time, refresh_due = excluded.refresh_due, touched = now(),
                    idle_until = excluded.idle_until, ends = excluded.ends
                """)) {
            insert.setBytes(1, rows.idOf(cookie));
            insert.setString(2, token.replace("-", "").substring(0, 16));
            insert.setString(3, token);
            insert.setString(4, token);
            insert.setString(5, user);
            insert.executeUpdate();
        }
        rows.sign(database, user);
    }

    private void findCases(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("""
                select f.number, p.id from case_file f join participant p on p.case_id = f.id and p.label = 'A'
                where f.closed_at is null and exists (
                    select from assignment a where a.case_id = f.id and a.user_id = ? and a.until is null)
                order by f.number
                """)) {
            select.setString(1, user);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    cases.add(new Target(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
        }
    }

    /** What is asked of the application. */
    enum Kind {
        LIST("list, filtered and sorted"),
        CASE("case page"),
        SAVE("save"),
        SEARCH("search by name"),
        PDF("PDF");

        final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** The number of the case that the next thing asked for is about. */
    String nextCase(Kind kind) {
        return target(kind, turn).number();
    }

    /** What is saved goes into every other case: what is read stays as it was generated. */
    private Target target(Kind kind, int nth) {
        int half = cases.size() / 2;
        return cases.get(nth % half * 2 + (kind == Kind.SAVE ? 1 : 0));
    }

    /**
     * Asks for the next thing of a kind and returns how many bytes came over the wire.
     *
     * @throws IllegalStateException if the answer is not what it should be
     */
    int ask(Kind kind) throws IOException, InterruptedException {
        int nth = turn++;
        Target target = target(kind, nth);
        HttpRequest.Builder request =
                switch (kind) {
                    case LIST -> request(LISTS.get(nth % LISTS.size()));
                    case CASE -> request("/cases/" + target.number());
                    case PDF -> request("/cases/" + target.number() + "/summary.pdf");
                    case SAVE ->
                        post(
                                "/cases/" + target.number() + "/attempts/new",
                                "once",
                                UUID.randomUUID().toString(),
                                "participant[]",
                                target.participant().toString(),
                                "happened",
                                "2026-03",
                                "happened.qualifier",
                                "ABOUT",
                                "happened.words",
                                "지난봄에",
                                "outcome",
                                "TURNED_BACK",
                                "consequences",
                                "강가에서 순찰대를 보고 되돌아왔다고 함");
                    case SEARCH -> post("/search", "name", NAMES.get(nth % NAMES.size()));
                };
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != (kind == Kind.SAVE ? 303 : 200)) {
            throw new IllegalStateException(kind + " was answered with " + answer.statusCode() + " "
                    + answer.headers().map() + " " + text(answer));
        }
        return answer.body().length;
    }

    /** Asks again until it is answered as it should be: for an application that has just started, or lost its connections. */
    void askPatiently(Kind kind) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                ask(kind);
                return;
            } catch (IllegalStateException refused) {
                if (tried == TRIES) {
                    throw refused;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed = answer.headers().firstValue("Content-Encoding").isPresent();
        InputStream body = new ByteArrayInputStream(answer.body());
        try (InputStream plain = packed ? new GZIPInputStream(body) : body) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a browser says. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .setHeader("Cookie", "__Host-durumi=" + cookie)
                .setHeader("Accept", "text/html")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("Accept-Language", "ko")
                .setHeader("Sec-Fetch-Mode", "navigate")
                .setHeader("Sec-Fetch-Dest", "document")
                .setHeader("Sec-Fetch-Site", "same-origin");
    }

    /** A form of ours with the secret of the session: names and values in turn. */
    private HttpRequest.Builder post(String path, String... fields) {
        StringBuilder body = new StringBuilder("token=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Origin", baseUrl)
                .POST(BodyPublishers.ofString(body.toString()));
    }
}
