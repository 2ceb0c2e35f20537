package org.durumi.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refuses a statement or is away. The message says no value: what the database says may quote one. */
public class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    StatementFailed(SQLException cause) {
        super("SQLSTATE " + cause.getSQLState(), cause);
        sqlState = cause.getSQLState();
    }

    /** The standard's five signs; null if there was no connection. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
