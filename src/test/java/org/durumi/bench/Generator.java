package org.durumi.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.durumi.vault.GeneratedKeys;

/** Fills a database with plausible cases, sealed with keys of their own, as a superuser by COPY. */
final class Generator {
    private static final int WORKERS = 2;
    private static final int CHUNK = 200;

    private final Connections connections;
    private final GeneratedKeys keys;

    /** Opens connections as a superuser. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    Generator(Connections connections, GeneratedKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    /** Makes the organisation and its first cases, up to so many. A database holds one generated organisation. */
    void fill(GeneratedStaff staff) throws SQLException {
        try (Connection connection = trusting();
                Statement statement = connection.createStatement()) {
            keys.addOrganisation(connection);
            List<String> indexes = dropIndexes(statement);
            CopiedRows people = new CopiedRows();
            staff.add(people, keys);
            people.flush(connection);
            copyCases(staff);
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Two workers take turns with chunks of cases. */
    private void copyCases(GeneratedStaff staff) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                running.add(workers.submit(() -> {
                    try (Connection connection = trusting()) {
                        CopiedRows rows = new CopiedRows();
                        for (int first = next.getAndAdd(CHUNK); first < staff.cases(); first = next.getAndAdd(CHUNK)) {
                            for (int nth = first; nth < Math.min(first + CHUNK, staff.cases()); nth++) {
                                GeneratedCase.add(nth, staff, keys, rows);
                            }
                            rows.flush(connection);
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            workers.shutdownNow();
        }
    }

    /** A connection that checks no foreign keys: what is generated fits together. */
    private Connection trusting() throws SQLException {
        Connection connection = connections.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** Making an index once is faster than keeping it while a million rows come in. */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select indexrelid::regclass::text, pg_get_indexdef(indexrelid)
                from pg_index join pg_class on pg_class.oid = indrelid
                where relnamespace = 'public'::regnamespace
                    and not exists (select from pg_constraint where conindid = indexrelid)
                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return definitions;
    }
}
