package org.durumi.bench;

import java.io.IOException;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.durumi.identity.session.SessionRows;

/**
 * A generated person with a session of their own and a connection that is kept. The session is written into its table as a
 * sign-in would have left it, but its proof never grows old.
 */
class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String baseUrl;
    private final String user;
    private final String language;
    private final String cookie = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final String token = UUID.randomUUID().toString();

    Visitor(String baseUrl, String user, String language) {
        this.baseUrl = baseUrl;
        this.user = user;
        this.language = language;
    }

    final String user() {
        return user;
    }

    /**
     * Opens the session, or lets it go on.
     *
     * @param database as a superuser
     * @param rows writes the session as the application would
     * @param now what the clock of the application says
     */
    final void openSession(Connection database, SessionRows rows, Instant now) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                insert into staff_session (id_hash, user_id, tag, roles, csrf_token, language, acr, auth_time, provider_sid,
                    refresh_token, refresh_due, created, touched, idle_until, ends, granted_mac, awake_mac, refresh_mac)
                select ?, user_id, ?, roles, ?, ?, 'phr', moment + interval '9 hours', ?, '', moment + interval '9 hours',
                    moment, moment, moment + interval '9 hours', moment + interval '10 hours', zeroes, zeroes, zeroes
                from (select decode(repeat('00', 32), 'hex') zeroes, cast(? as timestamptz) as moment) z, staff_member
                where user_id = ?
                on conflict (user_id) do update set id_hash = excluded.id_hash, csrf_token = excluded.csrf_token,
                    auth_time = excluded.auth_time, refresh_due = excluded.refresh_due, touched = excluded.touched,
                    idle_until = excluded.idle_until, ends = excluded.ends
                """)) {
            insert.setBytes(1, rows.idOf(cookie));
            insert.setString(2, token.replace("-", "").substring(0, 16));
            insert.setString(3, token);
            insert.setString(4, language);
            insert.setString(5, token);
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setString(7, user);
            insert.executeUpdate();
        }
        rows.sign(database, user);
    }

    final HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What a browser says. */
    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .setHeader("Cookie", "__Host-durumi=" + cookie)
                .setHeader("Accept", "text/html")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("Accept-Language", language)
                .setHeader("Sec-Fetch-Mode", "navigate")
                .setHeader("Sec-Fetch-Dest", "document")
                .setHeader("Sec-Fetch-Site", "same-origin");
    }

    /** A form of ours with the secret of the session: names and values in turn. */
    final HttpRequest.Builder post(String path, String... fields) {
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
