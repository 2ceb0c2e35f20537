package org.durumi.launcher;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The application in its Payara Micro, on the loopback interface. */
public final class DemoPayara implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerProcess process;
    private final String url;

    private DemoPayara(ServerProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the server; {@link #awaitReady} waits for it.
     *
     * @param configuration the application's settings by their names, such as {@code durumi.database.url}
     */
    public static DemoPayara start(
            ProjectFiles files, DataDirectory data, int port, Map<String, String> configuration, Machine machine) {
        if (Files.exists(data.payara())) {
            // What an earlier start deployed it would deploy, answer with, take down and deploy again.
            DataDirectory.deleteTree(data.payara());
        }
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(machine.java());
        command.addAll(List.of(
                "-XX:+DisableAttachMechanism",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        command.addAll(List.of(
                "-jar",
                files.starter().toString(),
                "--war",
                files.demoWar().toString(),
                "--port",
                Integer.toString(port),
                "--rootdir",
                data.payara().toString()));
        Map<String, String> environment = new HashMap<>();
        // Else the system's library keeps memory of its own for each of the server's many threads.
        environment.put("MALLOC_ARENA_MAX", "2");
        configuration.forEach(
                (name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return new DemoPayara(
                ServerProcess.start(Pids.PAYARA, command, environment, data.root(), data), "http://localhost:" + port);
    }

    /** Waits until the application says that it is ready, and a sign-in reaches the form of the identity provider. */
    public void awaitReady() {
        awaitApplication();
        Web.await("The sign-in", process, Duration.ofSeconds(60), () -> new SignInProbe(url).reachesForm());
    }

    /** Waits until somebody of the demo can sign in and opens a page. */
    public void awaitPages() {
        awaitApplication();
        Web.await(
                "The sign-in",
                process,
                Duration.ofSeconds(60),
                () -> new SignInProbe(url).opensPage(DemoRealm.ADMINISTRATOR, DemoRealm.PASSWORD, "/norm-prices"));
    }

    /** Waits until the application says that it is ready. */
    public void awaitApplication() {
        Web.await("The application", process, PATIENCE, () -> Web.status(url + "/health/ready") == 200);
    }

    /** Waits until the application answers, be it locked. */
    public void awaitLive() {
        Web.await("The application", process, PATIENCE, () -> Web.status(url + "/health/live") == 200);
    }

    public ProcessHandle process() {
        return process.handle();
    }

    /** Ends the application as a power cut would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(8));
    }
}
