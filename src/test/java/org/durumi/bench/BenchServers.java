package org.durumi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.durumi.launcher.DataDirectory;
import org.durumi.launcher.Demo;
import org.durumi.launcher.DemoPayara;
import org.durumi.launcher.Keys;
import org.durumi.launcher.Machine;
import org.durumi.launcher.Options;
import org.durumi.launcher.Ports;
import org.durumi.launcher.ProjectFiles;

/**
 * PostgreSQL and the application as an organisation would run them on a small machine. There is no Keycloak: the sessions
 * are written by the bench, and an open session asks Keycloak only when its refresh is due.
 */
final class BenchServers implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    /** What docs/operations.md recommends. */
    private static final List<String> JAVA = List.of("-Xmx512m", "-XX:+UseParallelGC");

    private static final int KILO_BITS = 10;

    private static final Map<String, String> POSTGRES = Map.of(
            "shared_buffers", "1GB", "effective_cache_size", "3GB", "max_wal_size", "4GB", "random_page_cost", "1.1");

    private final DataDirectory data;
    private final Demo demo;

    private BenchServers(DataDirectory data, Demo demo) {
        this.data = data;
        this.demo = demo;
    }

    /**
     * Starts the database.
     *
     * @param recording more options of the application's Java, such as those of a flight recording
     */
    static BenchServers start(Path directory, int port, List<String> recording) {
        List<String> java = new ArrayList<>(JAVA);
        java.addAll(recording);
        return start(directory, port, new Machine(java, POSTGRES));
    }

    /** The same on another machine. */
    static BenchServers start(Path directory, int port, Machine machine) {
        DataDirectory data = DataDirectory.open(directory);
        Options options = new Options(Ports.from(port), data.root(), false, Optional.empty(), Optional.empty());
        Demo demo = new Demo(options, new ProjectFiles(Path.of("")), data, step -> {}, machine);
        try {
            demo.startDatabase();
        } catch (RuntimeException refused) {
            demo.close();
            throw refused;
        }
        Keys.in(data.keys());
        return new BenchServers(data, demo);
    }

    /** Starts the application and waits until it answers. */
    void startApplication() {
        startApplication(Map.of());
        demo.application().awaitApplication();
    }

    /** Starts the application with some more settings and waits for nothing. Nobody is as fast as the bench: no limits. */
    void startApplication(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("durumi.demo", "false");
        settings.put("durumi.limits.factor", "1000000");
        demo.startApplication(settings);
    }

    DemoPayara application() {
        return demo.application();
    }

    /**
     * How much memory the application's process has, as Linux counts it.
     *
     * @param name of a line in the status of a process: VmRSS for now, VmHWM for the most so far
     * @return megabytes (2^20 bytes); empty on another system
     */
    OptionalLong residentMegabytes(String name) throws IOException {
        Path status = Path.of("/proc/" + demo.application().process().pid() + "/status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> KILO_BITS)
                .findFirst();
    }

    String baseUrl() {
        return demo.baseUrl();
    }

    Path keys() {
        return data.keys();
    }

    /** Where PostgreSQL writes its messages as JSON, when it is told to. */
    Path databaseLog() {
        return data.log().resolve("postgresql.json");
    }

    Connection superuser() throws SQLException {
        return as(SUPERUSER);
    }

    Connection as(String role) throws SQLException {
        return demo.postgres().connect(Demo.DATABASE, role);
    }

    @Override
    public void close() {
        demo.close();
    }
}
