package org.durumi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a demo as files, so that those of a killed launcher are found at the next start. */
public record Pids(Path directory) {
    static final String LAUNCHER = "launcher";
    static final String POSTGRES = "postgres";
    static final String KEYCLOAK = "keycloak";
    static final String PAYARA = "payara";

    /** Clocks are set; a pid that comes round again differs by more than this. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    void record(String name, ProcessHandle process) {
        String line = process.pid() + " " + startOf(process) + " " + commandOf(process);
        try {
            Files.writeString(file(name), line);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The recorded process, if it still runs and is still the same program. */
    public Optional<ProcessHandle> running(String name) {
        try {
            if (!Files.exists(file(name))) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file(name)).split(" ", 3);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> commandOf(process).equals(parts[2]))
                    .filter(process -> Duration.between(startOf(process), Instant.parse(parts[1]))
                                    .abs()
                                    .compareTo(SAME_START)
                            < 0);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Ends what a killed launcher has left behind.
     *
     * @throws StartRefused if a launcher still runs on this directory
     */
    void endOrphans() {
        running(LAUNCHER)
                .filter(other -> other.pid() != ProcessHandle.current().pid())
                .ifPresent(other -> {
                    throw new StartRefused("Durumi already runs on this data as process " + other.pid()
                            + ": stop it first, or choose other data with --data DIR and another --port.");
                });
        endServers();
    }

    /** Ends the recorded servers that still run, users before what they use. */
    void endServers() {
        for (String name : List.of(PAYARA, KEYCLOAK, POSTGRES)) {
            running(name).ifPresent(server -> end(server, Duration.ofSeconds(10)));
            forget(name);
        }
    }

    boolean isThisLauncher() {
        return running(LAUNCHER)
                .filter(self -> self.pid() == ProcessHandle.current().pid())
                .isPresent();
    }

    /** Asks a process to end, and ends it when it has not done so in time. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!hasEnded(process, patience)) {
            process.destroyForcibly();
            hasEnded(process, Duration.ofSeconds(5));
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException unknown) {
            return !process.isAlive();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".pid");
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String commandOf(ProcessHandle process) {
        return process.info().command().orElse("unknown");
    }
}
