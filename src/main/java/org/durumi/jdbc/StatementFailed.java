package org.durumi.jdbc;

import java.sql.SQLException;

/** The database refuses a statement or is away. The message says no value: what the database says may quote one. */
public class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementFailed(SQLException cause) {
        super("SQLSTATE " + cause.getSQLState(), cause);
    }

    /** The standard's five signs; null if there was no connection. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }
}
