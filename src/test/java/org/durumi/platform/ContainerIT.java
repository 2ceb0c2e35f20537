package org.durumi.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class ContainerIT {
    @Inject
    Clock clock;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Resource(lookup = "java:app/jdbc/durumi-log")
    DataSource log;

    @Test
    void our_beans_are_there() {
        assertNotNull(clock.instant());
    }

    @Test
    void the_application_and_its_log_use_roles_of_their_own() throws SQLException {
        assertEquals("durumi_app", userOf(database));
        assertEquals("durumi_log", userOf(log));
    }

    @Test
    void neither_role_can_make_a_table() {
        for (DataSource each : new DataSource[] {database, log}) {
            assertThrows(SQLException.class, () -> {
                try (Connection connection = each.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE mine (n int)");
                }
            });
        }
    }

    private static String userOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
