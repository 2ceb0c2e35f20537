package org.durumi.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;

/**
 * Moves what is stored to new keys, in small transactions, while people work. It keeps no notes: what is left to do stands in
 * the rows, so it can be stopped at any moment and started again.
 *
 * <p>It works as the role durumi_rotate, which may change sealed and wrapped values and nothing else.
 */
final class Rotation {
    private final Connection database;
    private final Statements statements;
    private final SortedMap<Integer, VersionedKey> keks;
    private final int chunk;

    /** So many values are in memory at a time: that of a piece of a file is large. */
    private static final int AT_ONCE = 16;

    /**
     * A column that holds values under the keys of cases.
     *
     * @param owner the column that says whose they are
     */
    private record Column(String table, String name, String owner) {
        SealedIn where() {
            return new SealedIn(table, name);
        }
    }

    /** A key that lies in its row. */
    private record Lying(UUID row, int kekVersion, byte[] wrapped) {}

    /** A value that an older key sealed. */
    private record Older(UUID row, Sealed sealed) {}

    /**
     * @param database a connection of its own
     * @param keks the key-encryption keys by version: the newest, and those that still wrap something
     * @param chunk how many rows one transaction moves
     */
    Rotation(Connection database, SortedMap<Integer, VersionedKey> keks, int chunk) throws SQLException {
        this.database = database;
        this.statements = Statements.on(database);
        this.keks = new TreeMap<>(keks);
        this.chunk = chunk;
        database.setAutoCommit(false);
    }

    /**
     * Lets the newest key-encryption key wrap every key from now on. Whoever is making a key at this moment is waited for, so
     * that no key is wrapped by an older one afterwards.
     */
    void begin() throws SQLException {
        atOnce(() -> {
            statements.call("select pg_advisory_xact_lock(?)", VaultLock.KEYS_ARE_WRAPPED);
            int newest = keks.lastKey();
            requireHeldByAll(newest);
            for (WrappedOrganisationKey each : organisation()) {
                if (each.kekVersion() < newest) {
                    WrappedOrganisationKey again =
                            WrappedOrganisationKey.of(each.unwrap(kek(each.kekVersion())), kek(newest));
                    statements.run(
                            "update organisation_key set kek_version = ?, wrapped = ? where version = ?",
                            newest,
                            again.wrapped(),
                            each.version());
                }
            }
            record(List.of());
            return null;
        });
    }

    /** A node without the newest key could open nothing that it wraps. */
    private void requireHeldByAll(int newest) {
        List<Nodes.Node> lacking = Nodes.lacking(newest, statements);
        if (!lacking.isEmpty()) {
            throw new NoKek(
                    "version " + newest + " of the key-encryption key is not held by "
                            + lacking.stream().map(Nodes.Node::name).collect(Collectors.joining(", "))
                            + ": lay it there, and with a typed part restart and unlock; a node that was killed is forgotten after a minute");
        }
    }

    /**
     * Wraps some keys of cases and of drafts anew.
     *
     * @return how many; 0 if nothing is left
     */
    int wrapSome() throws SQLException {
        int cases = wrapSomeOfCases();
        return cases > 0 ? cases : wrapSomeOfDrafts();
    }

    private int wrapSomeOfDrafts() throws SQLException {
        return atOnce(() -> {
            int newest = keks.lastKey();
            List<Lying> older = statements.list(
                    row -> new Lying(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)),
                    "select id, kek_version, wrapped from draft where kek_version < ? order by id limit ? for update",
                    newest,
                    chunk);
            for (Lying each : older) {
                statements.run(
                        "update draft set kek_version = ?, wrapped = ? where id = ?",
                        newest,
                        RowKey.rewrap("draft", each.row(), each.wrapped(), kek(each.kekVersion()), kek(newest)),
                        each.row());
            }
            return older.size();
        });
    }

    private int wrapSomeOfCases() throws SQLException {
        return atOnce(() -> {
            int newest = keks.lastKey();
            List<WrappedKey> older = WrappedKey.wrappedBefore(statements, newest, chunk);
            for (WrappedKey each : older) {
                VersionedKey key = each.unwrap(kek(each.kekVersion()));
                statements.run(
                        "update case_key set kek_version = ?, wrapped = ? where case_id = ? and version = ?",
                        newest,
                        key.wrappedBy(kek(newest), WrappedKey.place(each.caseId(), each.version(), newest)),
                        each.caseId().value(),
                        each.version());
            }
            return older.size();
        });
    }

    /**
     * Gives a case a new version of its key, unless it is being moved to one already.
     *
     * @throws WillNotOpen if there is no such case, or it was erased
     */
    CaseId begin(CaseNumber number) throws SQLException {
        return atOnce(() -> {
            CaseId caseId = lock(number);
            List<WrappedKey> versions = WrappedKey.read(statements, List.of(caseId));
            int next = key(versions).newest() + 1;
            if (versions.size() == 1) {
                statements.call("select pg_advisory_xact_lock_shared(?)", VaultLock.KEYS_ARE_WRAPPED);
                int wrapping = organisation().stream()
                        .mapToInt(WrappedOrganisationKey::kekVersion)
                        .max()
                        .orElseThrow();
                statements.run(
                        "insert into case_key (id, case_id, version, kek_version, wrapped, created_at)"
                                + " values (?, ?, ?, ?, ?, now())",
                        UUID.randomUUID(),
                        caseId.value(),
                        next,
                        wrapping,
                        VersionedKey.draw(next).wrappedBy(kek(wrapping), WrappedKey.place(caseId, next, wrapping)));
                record(List.of(number));
            }
            return caseId;
        });
    }

    /**
     * Seals some values of a case anew, in whatever table they stand.
     *
     * @return how many; 0 if nothing is left
     */
    int resealSome(CaseNumber number) throws SQLException {
        return atOnce(() -> {
            CaseId caseId = lock(number);
            CaseKey key = caseKey(caseId);
            int moved = 0;
            for (Column each : columns()) {
                moved += reseal(each, caseId, key, chunk - moved);
            }
            return moved;
        });
    }

    /** Drops the older versions of a case's key, after sealing anew what still used them. */
    void finish(CaseNumber number) throws SQLException {
        atOnce(() -> {
            CaseId caseId = lock(number);
            CaseKey key = caseKey(caseId);
            for (Column each : columns()) {
                reseal(each, caseId, key, Integer.MAX_VALUE);
            }
            statements.call("select drop_older_keys(?)", caseId.value());
            return null;
        });
    }

    private int reseal(Column column, CaseId caseId, CaseKey key, int most) {
        int moved = 0;
        int last = AT_ONCE;
        while (moved < most && last == AT_ONCE) {
            last = resealAtOnce(column, caseId, key, Math.min(AT_ONCE, most - moved));
            moved += last;
        }
        return moved;
    }

    private int resealAtOnce(Column column, CaseId caseId, CaseKey key, int most) {
        String table = quoted(column.table());
        String name = quoted(column.name());
        List<Older> older = statements.list(
                row -> new Older(row.getObject(1, UUID.class), new Sealed(row.getBytes(2))),
                "select id, " + name + " from " + table + " where " + quoted(column.owner()) + " = ? and substring("
                        + name + " from 2 for 4) <> int4send(?) limit ?",
                caseId.value(),
                key.newest(),
                most);
        for (Older each : older) {
            Sealed again = key.reseal(column.where(), each.row(), each.sealed());
            statements.run("update " + table + " set " + name + " = ? where id = ?", again.bytes(), each.row());
        }
        return older.size();
    }

    /** Every column of a case and its rows whose name begins with «sealed». */
    private List<Column> columns() {
        return statements.list(row -> new Column(row.getString(1), row.getString(2), row.getString(3)), """
                select s.table_name, s.column_name, c.column_name
                from information_schema.columns s join information_schema.columns c
                    on c.table_schema = s.table_schema and c.table_name = s.table_name
                        and c.column_name = case s.table_name when 'case_file' then 'id' else 'case_id' end
                where s.table_schema = 'public' and s.data_type = 'bytea' and s.column_name like 'sealed%'
                order by 1, 2
                """);
    }

    /** Nobody changes the case until the transaction ends. */
    private CaseId lock(CaseNumber number) {
        return statements
                .text("select id from case_file where number = ? and erased_at is null for update", number.value())
                .map(CaseId::of)
                .orElseThrow(() -> new WillNotOpen("no such case"));
    }

    private CaseKey caseKey(CaseId caseId) {
        return new CaseKey(caseId, key(WrappedKey.read(statements, List.of(caseId))));
    }

    private VersionedKey key(List<WrappedKey> versions) {
        return VersionedKey.together(versions.stream()
                .map(each -> each.unwrap(kek(each.kekVersion())))
                .toList());
    }

    /**
     * The organisation's key in all its versions; there is at least one. It must open before anything is wrapped: keys
     * that were wrapped with a mistyped part would never be opened again.
     */
    private List<WrappedOrganisationKey> organisation() {
        List<WrappedOrganisationKey> stored = WrappedOrganisationKey.all(statements);
        if (stored.isEmpty()) {
            throw new WillNotOpen("the organisation has no key");
        }
        for (WrappedOrganisationKey each : stored) {
            VersionedKey kek = kek(each.kekVersion());
            try {
                each.unwrap(kek);
            } catch (WillNotOpen wrong) {
                throw new NoKek("the key-encryption key of version " + each.kekVersion()
                        + " is not the one that wraps the organisation's key, or another part was typed");
            }
        }
        return stored;
    }

    private VersionedKey kek(int version) {
        VersionedKey kek = keks.get(version);
        if (kek == null) {
            throw new NoKek("the key-encryption key of version " + version + " is still needed");
        }
        return kek;
    }

    private void record(List<CaseNumber> cases) {
        WrappedOrganisationKey first = organisation().get(0);
        AccessLog.changedBy(
                "key-rotation",
                Access.of(AccessAction.CONFIGURATION, AccessGroup.KEY).on(cases),
                statements,
                new OrganisationMacs(first.unwrap(kek(first.kekVersion()))),
                statements
                        .list(row -> row.getTimestamp(1).toInstant(), "select clock_timestamp()")
                        .get(0));
    }

    private <T> T atOnce(Supplier<T> step) throws SQLException {
        try {
            T result = step.get();
            database.commit();
            return result;
        } catch (SQLException | RuntimeException failed) {
            database.rollback();
            throw failed;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
