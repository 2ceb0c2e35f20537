package org.durumi.inside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.durumi.kernel.UserId;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the tests inside the container, beside the application's own pools. */
public final class Database {
    private Database() {}

    /** A connection of the role that owns the tables. */
    public static Connection owner() throws SQLException {
        return connection("durumi.test.owner.user", "durumi.test.owner.password");
    }

    /** A connection of the application's role. */
    public static Connection app() throws SQLException {
        return connection("durumi.database.user", "durumi.database.password");
    }

    /** A connection of the application's role in a transaction of a caseworker. */
    public static Connection appOf(UserId caseworker) throws SQLException {
        Connection app = app();
        app.setAutoCommit(false);
        try (PreparedStatement say = app.prepareStatement("select set_config('app.user', ?, true)")) {
            say.setString(1, caseworker.value());
            say.execute();
        }
        return app;
    }

    /** A connection of the role for work without a person. */
    public static Connection job() throws SQLException {
        return connection("durumi.job.database.user", "durumi.job.database.password");
    }

    /** A connection of the role that may only insert into the log. */
    public static Connection log() throws SQLException {
        return connection("durumi.log.database.user", "durumi.log.database.password");
    }

    /** A connection of the role that moves values to new keys. */
    public static Connection rotation() throws SQLException {
        return connection("durumi.test.rotation.user", "durumi.test.rotation.password");
    }

    /** A connection that sees every row, as no role of the product does. */
    public static Connection superuser() throws SQLException {
        return connection("durumi.test.superuser.user", "durumi.test.superuser.password");
    }

    /** Executes one statement as the owner. */
    public static void asOwner(String sql) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row there is, whoever may see it. */
    public static List<String> lines(String sql, String... arguments) throws SQLException {
        try (Connection superuser = superuser();
                PreparedStatement query = superuser.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setString(i + 1, arguments[i]);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }

    private static Connection connection(String user, String password) throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("durumi.database.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }
}
