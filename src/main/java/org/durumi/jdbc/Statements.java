package org.durumi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Statements in plain JDBC, for the little that has no entity: sessions, entries of the access log, wrapped keys. A statement
 * belongs to the transaction in which its connection is, if any; else it stands alone.
 */
public final class Statements {
    /** What PostgreSQL calls the elements of an array. */
    private static final Map<Class<?>, String> ELEMENTS =
            Map.of(String.class, "varchar", Integer.class, "integer", UUID.class, "uuid");

    private final Lender lender;
    private final boolean lent;

    private Statements(Lender lender, boolean lent) {
        this.lender = lender;
        this.lent = lent;
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Where a connection comes from. */
    @FunctionalInterface
    private interface Lender {
        Connection lend() throws SQLException;
    }

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Each statement borrows a connection of the pool and gives it back. */
    public static Statements on(DataSource pool) {
        return new Statements(pool::getConnection, true);
    }

    /** All statements run on one connection, which its owner closes. */
    public static Statements on(Connection connection) {
        return new Statements(() -> connection, false);
    }

    /**
     * Runs a change and returns how many rows it met.
     *
     * @param arguments moments, bytes, arrays of texts, numbers or identifiers, and whatever JDBC knows by itself
     * @throws StatementFailed if the database refuses or is away
     */
    public int run(String sql, Object... arguments) {
        return prepared(PreparedStatement::executeUpdate, sql, arguments);
    }

    /**
     * Calls a function of the database whose answer nobody needs.
     *
     * @throws StatementFailed if the database refuses or is away
     */
    public void call(String sql, Object... arguments) {
        prepared(PreparedStatement::execute, sql, arguments);
    }

    /**
     * Every row of a query.
     *
     * @throws StatementFailed if the database refuses or is away
     */
    public <T> List<T> list(Reading<T> reading, String sql, Object... arguments) {
        return prepared(
                statement -> {
                    List<T> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(reading.of(row));
                        }
                    }
                    return found;
                },
                sql,
                arguments);
    }

    /**
     * The first column of the first row.
     *
     * @throws StatementFailed if the database refuses or is away
     */
    public Optional<String> text(String sql, Object... arguments) {
        return list(row -> row.getString(1), sql, arguments).stream().findFirst();
    }

    private <T> T prepared(Work<T> work, String sql, Object... arguments) {
        try {
            Connection connection = lender.lend();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    bind(connection, statement, i + 1, arguments[i]);
                }
                return work.with(statement);
            } finally {
                if (lent) {
                    connection.close();
                }
            }
        } catch (SQLException failed) {
            throw new StatementFailed(failed);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object argument)
            throws SQLException {
        if (argument instanceof Instant moment) {
            statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
        } else if (argument instanceof Object[] values) {
            String type = ELEMENTS.get(values.getClass().getComponentType());
            statement.setArray(place, connection.createArrayOf(type, values));
        } else {
            statement.setObject(place, argument);
        }
    }
}
