package org.durumi.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.durumi.demo.launcher.DataDirectory;
import org.durumi.demo.launcher.Demo;
import org.durumi.demo.launcher.DemoPayara;
import org.durumi.demo.launcher.DemoPostgres;
import org.durumi.demo.launcher.Keys;
import org.durumi.demo.launcher.Pids;
import org.durumi.demo.launcher.Ports;
import org.durumi.demo.launcher.ProjectFiles;

/**
 * PostgreSQL and the application as an organisation would run them on a small machine. There is no Keycloak: the sessions
 * are written by the bench, and an open session asks Keycloak only when its refresh is due.
 */
final class BenchServers implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    /** What docs/operations.md recommends. */
    private static final List<String> MACHINE = List.of("-Xmx1g", "-XX:+UseParallelGC");

    private static final Map<String, String> DATABASE = Map.of(
            "shared_buffers", "1GB", "effective_cache_size", "3GB", "max_wal_size", "4GB", "random_page_cost", "1.1");

    private final DataDirectory data;
    private final Ports ports;
    private final DemoPostgres postgres;
    private DemoPayara application;

    private BenchServers(DataDirectory data, Ports ports, DemoPostgres postgres) {
        this.data = data;
        this.ports = ports;
        this.postgres = postgres;
    }

    /** Starts the database. */
    static BenchServers start(Path directory, int port) {
        DataDirectory data = DataDirectory.open(directory);
        Pids pids = new Pids(data.pids());
        pids.endOrphans();
        pids.record(Pids.LAUNCHER, ProcessHandle.current());
        ProjectFiles files = new ProjectFiles(Path.of(""));
        Ports ports = Ports.from(port);
        DemoPostgres postgres = DemoPostgres.start(data, ports.database(), files.postgres(), DATABASE);
        postgres.prepareDurumi(Demo.DATABASE, files.roles());
        Keys.in(data.keys());
        return new BenchServers(data, ports, postgres);
    }

    /**
     * Starts the application and waits until it answers.
     *
     * @param machine more options of the Java machine, such as those of a flight recording
     */
    void startApplication(List<String> machine) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("durumi.base.url", baseUrl());
        settings.put("durumi.zone", "Asia/Seoul");
        settings.put("durumi.demo", "false");
        settings.put("durumi.oidc.issuer", "http://localhost:" + ports.keycloak() + "/realms/durumi");
        settings.put("durumi.oidc.client.id", "durumi");
        settings.put("durumi.keys.directory", data.keys().toString());
        settings.put("durumi.database.url", postgres.url(Demo.DATABASE));
        settings.put("durumi.database.user", DemoPostgres.APPLICATION);
        settings.put("durumi.database.password", postgres.password(DemoPostgres.APPLICATION));
        settings.put("durumi.log.database.user", DemoPostgres.LOG);
        settings.put("durumi.log.database.password", postgres.password(DemoPostgres.LOG));
        // Nobody is as fast as the bench.
        settings.put("durumi.limits.factor", "1000000");
        List<String> options = new ArrayList<>(MACHINE);
        options.addAll(machine);
        application = DemoPayara.start(new ProjectFiles(Path.of("")), data, ports.application(), settings, options);
        application.awaitApplication();
    }

    String baseUrl() {
        return "http://localhost:" + ports.application();
    }

    Path keys() {
        return data.keys();
    }

    /** Where PostgreSQL writes its messages as JSON, when it is told to. */
    Path databaseLog() {
        return data.log().resolve("postgresql.json");
    }

    Connection superuser() throws SQLException {
        return postgres.connect(Demo.DATABASE, SUPERUSER);
    }

    Connection as(String role) throws SQLException {
        return postgres.connect(Demo.DATABASE, role);
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        postgres.close();
        new Pids(data.pids()).forget(Pids.LAUNCHER);
    }
}
