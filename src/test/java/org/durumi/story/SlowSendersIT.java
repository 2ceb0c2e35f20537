package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/** Strangers who send their bodies a byte at a time hold neither the pages nor the health of the application. */
class SlowSendersIT {
    private static final int CONNECTIONS = 400;
    private static final Duration ATTACK = Duration.ofSeconds(20);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(1);

    /** Longer than this nobody may wait, though the machine is small and answers 400 refusals meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, ConcurrentLinkedQueue<Long>> took = new TreeMap<>();

    @Test
    void a_signed_in_person_works_and_health_answers_while_400_strangers_send_a_byte_a_second() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch connected = new CountDownLatch(CONNECTIONS);
        long end = System.nanoTime() + ATTACK.toNanos();
        List<Thread> strangers = IntStream.range(0, CONNECTIONS)
                .mapToObj(each -> Thread.ofVirtual().start(() -> attack(each, connected, end, answers)))
                .toList();
        connected.await();
        while (System.nanoTime() < end) {
            assertEquals(200, timed("list", () -> haneul.get("/cases").status()));
            assertEquals(200, timed("case", () -> haneul.get("/cases/" + number).status()));
            assertEquals(
                    303,
                    timed(
                            "save",
                            () -> haneul.post("/language", "language", "en", "back", "/")
                                    .status()));
            assertEquals(200, timed("health", () -> status(Stack.running().healthUrl() + "/health/live")));
            assertEquals(200, timed("readiness", () -> status(Stack.running().healthUrl() + "/health/ready")));
            assertEquals(
                    200,
                    timed("health among the pages", () -> status(Stack.running().baseUrl() + "/health/live")));
        }
        for (Thread each : strangers) {
            each.join();
        }
        Map<String, Long> counted = new TreeMap<>();
        answers.forEach(each -> counted.merge(each, 1L, Long::sum));
        took.forEach((what, times) -> System.out.println("while %d strangers are slow: %s %d times, slowest %d ms"
                .formatted(CONNECTIONS, what, times.size(), slowest(times))));
        System.out.println("what the strangers heard: " + counted);
        took.forEach((what, times) ->
                assertTrue(slowest(times) < PATIENCE.toMillis(), () -> what + " took " + slowest(times) + " ms"));
        assertTrue(counted.keySet().stream().allMatch(each -> each.matches("400|408|429|503")), counted::toString);
        assertTrue(answers.size() >= CONNECTIONS, counted::toString);
    }

    @Test
    void the_page_of_health_shows_nothing_else() throws IOException {
        for (String path : List.of("/", "/cases", "/sign-in", "/health", "/assets/durumi.css", "/error")) {
            assertEquals(404, status(Stack.running().healthUrl() + path), path);
        }
    }

    private int timed(String what, Callable<Integer> act) throws Exception {
        long began = System.nanoTime();
        int status = act.call();
        took.computeIfAbsent(what, each -> new ConcurrentLinkedQueue<>())
                .add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        return status;
    }

    private static long slowest(ConcurrentLinkedQueue<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Every other stranger from the same address, each fourth in the name of the identity provider; anew when refused. */
    private static void attack(
            int stranger, CountDownLatch connected, long end, ConcurrentLinkedQueue<String> answers) {
        boolean first = true;
        while (first || System.nanoTime() < end) {
            URI base = URI.create(Stack.running().baseUrl());
            try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                socket.setSoTimeout((int) BETWEEN_BYTES.toMillis());
                socket.getOutputStream().write(head(base, stranger).getBytes(StandardCharsets.ISO_8859_1));
                if (first) {
                    connected.countDown();
                    first = false;
                }
                answers.add(drip(socket));
            } catch (IOException refused) {
                answers.add("no connection: " + refused.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                if (first) {
                    connected.countDown();
                    first = false;
                }
            }
        }
    }

    private static String head(URI base, int stranger) {
        String address = stranger % 2 == 0 ? "203.0.113.7" : "198.51." + stranger / 250 + "." + stranger % 250;
        return "POST " + (stranger % 4 == 3 ? "/back-channel-logout" : "/cases") + " HTTP/1.1\r\nHost: "
                + base.getAuthority() + "\r\nOrigin: " + base + "\r\nSec-Fetch-Site: same-origin\r\n"
                + "Sec-Fetch-Mode: navigate\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "X-Forwarded-For: " + address + "\r\nContent-Length: 60000\r\n\r\n";
    }

    /** Sends a byte now and then until there is an answer; its status. */
    private static String drip(Socket socket) throws IOException, InterruptedException {
        byte[] begin = new byte["HTTP/1.1 200".length()];
        int read = 0;
        while (read < begin.length) {
            try {
                int length = socket.getInputStream().read(begin, read, begin.length - read);
                if (length < 0) {
                    return "closed";
                }
                read += length;
            } catch (java.net.SocketTimeoutException stillReading) {
                socket.getOutputStream().write('x');
            }
        }
        // Whoever is refused at once asks again, but not as fast as this machine can.
        Thread.sleep(BETWEEN_BYTES);
        return new String(begin, begin.length - 3, 3, StandardCharsets.US_ASCII);
    }

    private static int status(String url) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
