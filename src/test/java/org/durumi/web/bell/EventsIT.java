package org.durumi.web.bell;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.SignedOut;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.Proof;
import org.durumi.identity.session.Session;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Open pages hear within seconds what waits for their readers, hold no thread for it, and keep nobody signed in. */
@ExtendWith(ArquillianExtension.class)
class EventsIT {
    private static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000b001");
    private static final Actor OWNER = actor("events-owner", Role.CASEWORKER);
    private static final Actor SUPERVISOR = actor("events-supervisor", Role.SUPERVISOR);
    private static final String CANARY = "canary heard by her aunt";
    private static final int MANY = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    SessionKeeper sessions;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    Clock clock;

    /** The request that brought the test into the server. */
    @Inject
    HttpServletRequest request;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<Listening> open = new ArrayList<>();

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(TEAM), "");
    }

    /** A connection on which events are read, one at a time. */
    private static final class Listening implements AutoCloseable {
        private final InputStream stream;
        private final BufferedReader lines;

        Listening(HttpResponse<InputStream> answer) {
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "text/event-stream;charset=utf-8",
                    answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .toLowerCase(Locale.ROOT)
                            .replace(" ", ""));
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            stream = answer.body();
            lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        /** The next event of a kind, with its data; empty if the server ends the answer before. */
        Optional<List<String>> next(String kind) {
            return CompletableFuture.supplyAsync(() -> awaited(kind))
                    .orTimeout(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS)
                    .join();
        }

        private Optional<List<String>> awaited(String kind) {
            try {
                List<String> event = new ArrayList<>();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isEmpty()) {
                        event.add(line);
                    } else if (event.contains("event: " + kind)) {
                        return Optional.of(event.stream()
                                .filter(each -> each.startsWith("data:"))
                                .map(each -> each.substring("data:".length()).strip())
                                .toList());
                    } else {
                        event.clear();
                    }
                }
                return Optional.empty();
            } catch (IOException closed) {
                return Optional.empty();
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @BeforeEach
    void a_team() throws Exception {
        told.team(TEAM, OWNER, SUPERVISOR);
    }

    @AfterEach
    void nobody_listens() throws IOException {
        for (Listening each : open) {
            each.close();
        }
    }

    @Test
    void two_hundred_open_pages_hold_no_thread_and_a_page_is_drawn_meanwhile() throws Exception {
        String cookie = signIn(OWNER);
        get(cookie, "/my-session");
        List<CompletableFuture<HttpResponse<InputStream>>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            asked.add(client.sendAsync(
                    events(signIn(actor("events-" + i, Role.CASEWORKER))), HttpResponse.BodyHandlers.ofInputStream()));
        }
        for (CompletableFuture<HttpResponse<InputStream>> each : asked) {
            open.add(new Listening(each.get(10, TimeUnit.SECONDS)));
        }
        for (Listening each : open) {
            assertEquals("0", each.next("waiting").orElseThrow().getFirst());
        }

        List<String> holding = Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.durumi.web.bell.Event")
                                && !frame.getClassName().startsWith(EventsIT.class.getName())))
                .map(each -> each.getKey().getName())
                .toList();
        assertEquals(List.of(), holding, "threads that wait for a page");
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            get(cookie, "/my-session");
        }
        System.out.println("with %d open pages a page takes %d ms"
                .formatted(MANY, Duration.ofNanos(System.nanoTime() - began).toMillis() / 20));
        assertEquals(MANY, open.stream().filter(each -> hears(each)).count(), "each has had a sign of life");
    }

    /** The comment that comes when nothing else does. */
    private static boolean hears(Listening page) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        for (String line = page.lines.readLine(); line != null; line = page.lines.readLine()) {
                            if (line.equals(":")) {
                                return true;
                            }
                        }
                        return false;
                    } catch (IOException closed) {
                        return false;
                    }
                })
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void an_arrest_is_told_to_the_supervisors_open_page_within_five_seconds_and_says_no_word_of_it() throws Exception {
        CaseNumber number = told.caseOf(OWNER, WOMAN);
        Listening page = listen(signIn(SUPERVISOR));
        int before =
                Integer.parseInt(page.next("waiting").orElseThrow().getFirst().replace("+", ""));
        long began = System.nanoTime();

        arrest(number);

        assertEquals(List.of("ALERT", number.value()), page.next("told").orElseThrow());
        List<String> waiting = page.next("waiting").orElseThrow();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("an arrest was told after " + took.toMillis() + " ms");
        assertTrue(took.compareTo(PATIENCE) < 0, took::toString);
        assertTrue(Integer.parseInt(waiting.getFirst().replace("+", "")) >= before, waiting::toString);
        assertFalse(waiting.toString().contains("canary"));
    }

    @Test
    void it_ends_with_the_session_and_says_so() throws Exception {
        String cookie = signIn(SUPERVISOR);
        Listening page = listen(cookie);
        page.next("waiting");
        Session session = sessions.look(cookie).orElseThrow();

        requests.does(SUPERVISOR, () -> sessions.end(session, SignedOut.Reason.ENDED_BY_ADMINISTRATOR));

        assertEquals(List.of(""), page.next("ended").orElseThrow());
        assertEquals(Optional.empty(), page.next("waiting"), "nothing comes after it");
        assertEquals(
                401,
                client.send(events(cookie), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void a_row_of_the_session_that_somebody_changed_ends_it_too() throws Exception {
        Listening page = listen(signIn(SUPERVISOR));
        page.next("waiting");
        try (Connection superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("update staff_session set roles = 'CASEWORKER' where user_id = 'events-supervisor'");
        }
        assertTrue(page.next("ended").isPresent());
    }

    @Test
    void of_one_session_the_page_that_asked_last_is_told_and_the_other_hears_why_not() throws Exception {
        String cookie = signIn(OWNER);
        Listening first = listen(cookie);
        first.next("waiting");
        Listening second = listen(cookie);
        assertTrue(first.next("elsewhere").isPresent());
        assertEquals(Optional.empty(), first.next("waiting"), "it is over");
        assertTrue(second.next("waiting").isPresent());
    }

    @Test
    void after_the_connections_to_the_database_are_cut_it_goes_on() throws Exception {
        CaseNumber number = told.caseOf(OWNER, WOMAN);
        Listening page = listen(signIn(SUPERVISOR));
        page.next("waiting");
        try (Connection superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'durumi'"
                    + " and datname = current_database()");
        }
        untilItWorks(() -> arrest(number));
        assertEquals(List.of("ALERT", number.value()), page.next("told").orElseThrow());
    }

    @Test
    void who_opens_it_as_a_page_is_led_to_their_notices_and_nobody_is_kept_signed_in_by_it() throws Exception {
        String cookie = signIn(OWNER);
        assertUntouched();
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(address("/notices/events"))
                        .header("Cookie", "__Host-durumi=" + cookie)
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/notices"));
        listen(cookie).next("waiting");
        assertEquals(
                List.of("t"),
                Database.lines("select touched = created from staff_session where user_id = 'events-owner'"));
    }

    @Test
    void a_node_that_carries_as_many_as_it_can_has_no_room() {
        OpenPages pages = new OpenPages();
        pages.most = 0;
        assertFalse(pages.hasRoom("another"));
    }

    private static void assertUntouched() throws SQLException {
        assertEquals(
                List.of("t"),
                Database.lines("select touched = created from staff_session where user_id = 'events-owner'"));
    }

    /** Connections of the pool that were cut are found when they are used. */
    private static void untilItWorks(Requests.Work work) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                work.run();
                return;
            } catch (RuntimeException cut) {
                if (tries == 10) {
                    throw cut;
                }
            }
        }
    }

    private void arrest(CaseNumber number) throws Exception {
        Participant first = requests.as(OWNER, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
        requests.does(
                OWNER,
                () -> cases.enterStage(
                        number,
                        first.id(),
                        told.report(Stage.DETENTION, CANARY, StageDetails.none()),
                        first.version()));
    }

    private String signIn(Actor who) throws Exception {
        told.introduce(who);
        return requests.as(
                who,
                () -> sessions.open(
                                new Proof(who.id(), "", clock.instant(), "events " + UUID.randomUUID()),
                                who.roles(),
                                new GuestLanguage.Wish(Optional.empty(), Locale.ENGLISH),
                                "no token")
                        .cookieValue());
    }

    private Listening listen(String cookie) throws IOException, InterruptedException {
        Listening page = new Listening(client.send(events(cookie), HttpResponse.BodyHandlers.ofInputStream()));
        open.add(page);
        return page;
    }

    private HttpRequest events(String cookie) {
        return HttpRequest.newBuilder(address("/notices/events"))
                .header("Cookie", "__Host-durumi=" + cookie)
                .header("Accept", "text/event-stream")
                .header("Sec-Fetch-Mode", "cors")
                .build();
    }

    private void get(String cookie, String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Cookie", "__Host-durumi=" + cookie)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertEquals(200, answer.statusCode(), path);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + request.getLocalPort() + path);
    }
}
