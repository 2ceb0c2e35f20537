package org.durumi.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.durumi.identity.session.SessionRows;

/** A generated person who asks for one thing after another: what is measured is the application, not the identity provider. */
final class BenchUser extends Visitor {
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

    private final List<Target> cases = new ArrayList<>();
    private int turn;

    /** An open case of the person, and somebody in it. */
    private record Target(String number, UUID participant) {}

    private BenchUser(String baseUrl, String user) {
        super(baseUrl, user, "ko");
    }

    /**
     * @param database as a superuser
     * @param rows writes the session as the application would
     */
    static BenchUser signedIn(String user, String baseUrl, Connection database, SessionRows rows) throws SQLException {
        BenchUser person = new BenchUser(baseUrl, user);
        person.openSession(database, rows, Instant.now());
        person.findCases(database);
        return person;
    }

    private void findCases(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("""
                select f.number, p.id from case_file f join participant p on p.case_id = f.id and p.label = 'A'
                where f.closed_at is null and exists (
                    select from assignment a where a.case_id = f.id and a.user_id = ? and a.until is null)
                order by f.number
                """)) {
            select.setString(1, user());
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
        HttpResponse<byte[]> answer = send(request);
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
}
