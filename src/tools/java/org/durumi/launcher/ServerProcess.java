package org.durumi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server that runs as a process of its own, with its output in a file and its pid on record. */
final class ServerProcess {
    private final String name;
    private final Process process;
    private final Path log;
    private final Pids pids;

    private ServerProcess(String name, Process process, Path log, Pids pids) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pids = pids;
    }

    /** Starts a server; what the shell's environment says to a JVM does not reach it. */
    static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, Path directory, DataDirectory data) {
        Path log = data.log().resolve(name + ".log");
        try {
            Process process = builder(command, environment, directory, log).start();
            Pids pids = new Pids(data.pids());
            pids.record(name, process.toHandle());
            return new ServerProcess(name, process, log, pids);
        } catch (IOException refused) {
            throw new StartRefused(name + " could not be started: " + refused.getMessage(), refused);
        }
    }

    static ProcessBuilder builder(List<String> command, Map<String, String> environment, Path directory, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(ServerProcess::changesServers);
        inherited.put("JAVA_HOME", System.getProperty("java.home"));
        inherited.putAll(environment);
        return builder;
    }

    private static boolean changesServers(String variable) {
        return Stream.of("JAVA_", "JDK_JAVA_", "_JAVA_", "KC_", "KEYCLOAK_", "DURUMI_", "PAYARA_", "DEBUG")
                .anyMatch(variable::startsWith);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @throws StartRefused if the process has ended; says where it tells why */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new StartRefused("%s has ended with code %d while starting%s: see its messages in %s."
                    .formatted(
                            name,
                            process.exitValue(),
                            hasSaid("No space left on device") ? " because the disk is full" : "",
                            log));
        }
    }

    /** Whether these words stand among its messages. */
    boolean hasSaid(String words) {
        try {
            return Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(words);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Ends the process and waits until it has ended. */
    void stop(Duration patience) {
        Pids.end(process.toHandle(), patience);
        pids.forget(name);
    }

    /** Ends the process as a power cut would. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        pids.forget(name);
    }

    Path log() {
        return log;
    }
}
