package org.durumi.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.durumi.bench.BenchUser.Kind;
import org.durumi.kernel.CaseId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.GeneratedKeys;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedIn;

/** What row-level security and sealing cost, measured in one run. */
final class Comparison {
    private static final List<String> SEALED_TABLES = List.of("stage_entry", "attempt", "device", "leg", "quote");
    private static final int SAMPLE = 200;
    private static final int WARM_UP = 20;

    private final BenchServers servers;
    private final PrintStream out;

    Comparison(BenchServers servers, PrintStream out) {
        this.servers = servers;
        this.out = out;
    }

    void run(List<BenchUser> people, Duration howLong, int rounds) throws SQLException {
        out.println("| what | with | without | with ÷ without |");
        out.println("|---|---|---|---|");
        for (Kind kind : List.of(Kind.LIST, Kind.CASE)) {
            rowLevelSecurity(people, kind, howLong, rounds);
        }
        opening(people.get(0), howLong);
    }

    /** The rounds alternate, so that what changes meanwhile falls on both. */
    private void rowLevelSecurity(List<BenchUser> people, Kind kind, Duration howLong, int rounds) throws SQLException {
        double with = 0;
        double without = 0;
        List<String> guarded = guarded();
        for (int round = 0; round < rounds; round++) {
            with += Bench.load(people, kind, howLong).perSecond() / rounds;
            try {
                alter(guarded, "disable");
                without += Bench.load(people, kind, howLong).perSecond() / rounds;
            } finally {
                alter(guarded, "enable");
            }
        }
        out.printf(
                Locale.ROOT,
                "| row-level security, %s, %d users, requests/s | %.0f | %.0f | %.2f |%n",
                kind.title,
                people.size(),
                with,
                without,
                with / without);
    }

    private List<String> guarded() throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select oid::regclass::text from pg_class where relrowsecurity")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private void alter(List<String> tables, String verb) throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement()) {
            for (String table : tables) {
                statement.execute("alter table " + table + " " + verb + " row level security");
            }
        }
    }

    /** Unwraps the key and opens every text of a case page, in this process, and sets it against the time of the whole page. */
    private void opening(BenchUser reader, Duration howLong) throws SQLException {
        GeneratedKeys keys = new GeneratedKeys(servers.keys());
        List<SealedCase> cases = sealedCases();
        long begin = 0;
        for (int round = 0; round <= WARM_UP; round++) {
            begin = System.nanoTime();
            cases.forEach(each -> each.open(keys));
        }
        double openMillis = (System.nanoTime() - begin) / 1e6 / cases.size();
        double page = Bench.load(List.of(reader), Kind.CASE, howLong).p50Millis();
        out.printf(
                Locale.ROOT,
                "| opening the texts of a case page (%.0f rows), ms of its p50 for one user | %.2f | %.2f | %.2f |%n",
                cases.stream().mapToInt(each -> each.rows().size()).average().orElseThrow(),
                page,
                page - openMillis,
                page / (page - openMillis));
    }

    private record SealedRow(String table, UUID id, Sealed sealed) {}

    private record SealedCase(CaseId id, byte[] wrapped, List<SealedRow> rows) {
        void open(GeneratedKeys keys) {
            CaseKey key = keys.unwrap(id, wrapped);
            rows.forEach(row -> GeneratedKeys.open(new SealedIn(row.table(), "sealed"), row.id(), row.sealed(), key));
        }
    }

    private List<SealedCase> sealedCases() throws SQLException {
        List<SealedCase> cases = new ArrayList<>();
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select case_id, wrapped from case_key order by case_id limit " + SAMPLE)) {
            while (found.next()) {
                UUID id = found.getObject(1, UUID.class);
                cases.add(new SealedCase(new CaseId(id), found.getBytes(2), rows(id, database)));
            }
        }
        return cases;
    }

    private static List<SealedRow> rows(UUID caseId, Connection database) throws SQLException {
        List<SealedRow> rows = new ArrayList<>();
        for (String table : SEALED_TABLES) {
            try (PreparedStatement select =
                    database.prepareStatement("select id, sealed from " + table + " where case_id = ?")) {
                select.setObject(1, caseId);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(new SealedRow(table, found.getObject(1, UUID.class), new Sealed(found.getBytes(2))));
                    }
                }
            }
        }
        return rows;
    }
}
