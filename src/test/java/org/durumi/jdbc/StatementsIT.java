package org.durumi.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class StatementsIT {
    private Connection connection;
    private Statements statements;

    /** A pool that remembers what it lent. */
    private static final class Pool extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;

        private final transient List<Connection> lent = new ArrayList<>();

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = Stack.withDatabase().asSuperuser();
            lent.add(connection);
            return connection;
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = Stack.withDatabase().asSuperuser();
        statements = Statements.on(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void what_is_bound_comes_back_as_it_was() {
        Instant moment = Instant.parse("2026-11-22T09:00:00.123456Z");
        UUID id = UUID.randomUUID();
        statements.call(
                "create temporary table bound (moment timestamptz, bytes bytea, id uuid, note text, number int)");
        assertEquals(
                1,
                statements.run(
                        "insert into bound values (?, ?, ?, ?, ?)", moment, new byte[] {0, -1}, id, "쿤밍'; --", null));

        assertEquals(
                List.of(moment), statements.list(row -> row.getTimestamp(1).toInstant(), "select moment from bound"));
        assertArrayEquals(
                new byte[] {0, -1},
                statements
                        .list(row -> row.getBytes(1), "select bytes from bound")
                        .get(0));
        assertEquals(List.of(id), statements.list(row -> row.getObject(1, UUID.class), "select id from bound"));
        assertEquals(Optional.of("쿤밍'; --"), statements.text("select note from bound where number is null"));
    }

    @Test
    void arrays_of_texts_numbers_and_identifiers_are_searched_in() {
        UUID id = UUID.randomUUID();
        assertEquals(
                Optional.of("found"),
                statements.text(
                        "select 'found' where 'b' = any (?) and 2 = any (?) and ? = any (?)",
                        new String[] {"a", "b"},
                        new Integer[] {1, 2},
                        id,
                        new UUID[] {id}));
        assertEquals(Optional.empty(), statements.text("select 'found' where 'b' = any (?)", (Object) new String[] {}));
    }

    @Test
    void a_pool_gets_every_connection_back_even_if_the_statement_fails() throws SQLException {
        Pool pool = new Pool();
        assertEquals(Optional.of("1"), Statements.on(pool).text("select 1"));
        assertThrows(StatementFailed.class, () -> Statements.on(pool).run("delete from nowhere"));

        assertEquals(2, pool.lent.size());
        for (Connection each : pool.lent) {
            assertTrue(each.isClosed());
        }
    }

    @Test
    void a_connection_that_was_handed_in_stays_open_and_keeps_its_transaction() throws SQLException {
        connection.setAutoCommit(false);
        statements.call("create temporary table undone (id int)");
        statements.run("insert into undone values (?)", 1);
        assertFalse(connection.isClosed());
        connection.rollback();
        assertEquals(Optional.of("t"), statements.text("select to_regclass('undone') is null"));
    }

    @Test
    void a_failure_says_its_kind_and_nothing_that_was_bound() {
        StatementFailed failed =
                assertThrows(StatementFailed.class, () -> statements.text("select ?::text::uuid", "a name"));
        assertEquals("22P02", failed.sqlState());
        assertEquals("SQLSTATE 22P02", failed.getMessage());
    }
}
