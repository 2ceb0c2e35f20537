package org.durumi.bench;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.durumi.bench.BenchUser.Kind;
import org.durumi.launcher.DemoPostgres;

/** The time in which PostgreSQL writes every statement of the application into its log. The cases are generated: no secrets. */
final class Overheard implements AutoCloseable {
    private final BenchServers servers;

    Overheard(BenchServers servers) throws SQLException, InterruptedException {
        this.servers = servers;
        speakUp("set log_statement = 'all'", "set log_parameter_max_length = -1", "set log_min_messages = log");
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement()) {
            statement.execute("alter system set log_destination = 'jsonlog'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The SQL of one request of each. What it changed is put back. */
    List<Script> scripts(List<BenchUser> people, Kind kind) throws Exception {
        List<Script> scripts = new ArrayList<>();
        try (Connection database = servers.superuser()) {
            for (BenchUser person : people) {
                // The connections were cut: the application gets new ones.
                person.askPatiently(kind);
                KeptCase asItWas = new KeptCase(database, person.nextCase(kind));
                scripts.add(script(person, kind));
                asItWas.putBack();
            }
        }
        return scripts;
    }

    private Script script(BenchUser person, Kind kind) throws Exception {
        long from = Files.size(servers.databaseLog());
        person.ask(kind);
        long size = from;
        // The collector writes a little later.
        while (size == from || size != Files.size(servers.databaseLog())) {
            size = Files.size(servers.databaseLog());
            Thread.sleep(50);
        }
        return Script.read(servers.databaseLog(), from);
    }

    private void speakUp(String... settings) throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement()) {
            for (String role : List.of(DemoPostgres.APPLICATION, DemoPostgres.LOG)) {
                for (String setting : settings) {
                    statement.execute("alter role " + role + " " + setting);
                }
                // A setting of a role begins with the next connection.
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        speakUp("set log_statement = none", "set log_parameter_max_length = 0", "set log_min_messages = fatal");
    }
}
