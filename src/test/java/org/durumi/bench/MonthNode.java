package org.durumi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.durumi.launcher.Machine;

/** The application of a simulated month: its clock is moved, it is killed and started again. */
final class MonthNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A start takes a quarter of a minute where nothing else runs. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final long PAUSE_NANOS = 1_000_000;
    private static final String AHEAD = "clock differs from the database's\n";

    private final BenchServers servers;
    private final Path clock;
    private final MonthMail mail;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Outage> outages = new ArrayList<>();
    private final List<Duration> starts = new ArrayList<>();
    private Duration ahead = Duration.ZERO;
    private Instant lastTick = Instant.MIN;

    /** @param from the last moment at which it certainly did what was due */
    record Outage(Instant from, Instant until) {}

    private MonthNode(BenchServers servers, Path clock, MonthMail mail) {
        this.servers = servers;
        this.clock = clock;
        this.mail = mail;
    }

    /** Starts the database alone. */
    static MonthNode withDatabase(Path directory, int port, MonthMail mail) throws IOException {
        BenchServers servers = BenchServers.start(directory, port, Machine.SMALL);
        MonthNode node = new MonthNode(servers, directory.resolve("clock").toAbsolutePath(), mail);
        node.write();
        return node;
    }

    BenchServers servers() {
        return servers;
    }

    Connection superuser() throws SQLException {
        return servers.superuser();
    }

    /** What the clock of the application says. */
    Instant now() {
        return Instant.now().plus(ahead);
    }

    List<Outage> outages() {
        return outages;
    }

    List<Duration> starts() {
        return starts;
    }

    Instant lastTick() {
        return lastTick;
    }

    boolean isAlive() {
        return servers.application().process().isAlive();
    }

    /**
     * Starts it and waits until it answers; returns when that was.
     *
     * @throws IllegalStateException if it ends meanwhile, or stays silent: after a kill that is what must not be
     */
    Instant start() throws InterruptedException {
        long begin = System.nanoTime();
        Map<String, String> settings = Map.of(
                "durumi.demo.clock",
                clock.toString(),
                "durumi.mail.host",
                "127.0.0.1",
                "durumi.mail.port",
                Integer.toString(mail.port()),
                "durumi.mail.from",
                "durumi@durumi.example.org");
        servers.startApplication(settings);
        while (!isReady()) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            if (!isAlive()) {
                throw new IllegalStateException("the application ended while it started");
            } else if (taken.compareTo(LONGEST_START) > 0) {
                throw new IllegalStateException("the application started and was not ready " + taken.toSeconds()
                        + " s later, at its start number " + (starts.size() + 1));
            }
            LockSupport.parkNanos(20 * PAUSE_NANOS);
        }
        starts.add(Duration.ofNanos(System.nanoTime() - begin));
        return now();
    }

    /** Whose clock is ahead says that of itself, and that is all it lacks: all else is looked at before, but for the keys, which lie here. */
    private boolean isReady() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(servers.baseUrl() + "/health/ready"))
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200
                    || !ahead.isZero() && answer.body().equals(AHEAD);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        servers.application().kill();
    }

    /** Starts it again after it was killed, so much later. */
    Instant restart(Duration later) throws IOException, InterruptedException {
        Instant from = lastTick;
        ahead = ahead.plus(later);
        write();
        Instant until = start();
        outages.add(new Outage(from, until));
        return until;
    }

    /** Moves the clock on and waits until what is due then was done, or the application is dead; says whether it was done. */
    boolean moveTo(Instant moment) throws IOException {
        Duration further = Duration.between(Instant.now(), moment);
        ahead = further.compareTo(ahead) > 0
                ? further.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                : ahead.plusMillis(1);
        Instant moved = now();
        write();
        Path done = clock.resolveSibling("clock.done");
        String wanted = Long.toString(ahead.toMillis());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!(Files.exists(done) && Files.readString(done).equals(wanted))) {
            if (!isAlive()) {
                return false;
            } else if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the application does not follow the clock: a minute later it has not done what is due at "
                                + moved);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        lastTick = moved;
        return true;
    }

    private void write() throws IOException {
        Path draft = clock.resolveSibling("clock.new");
        Files.writeString(draft, Long.toString(ahead.toMillis()));
        Files.move(draft, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        servers.close();
    }
}
