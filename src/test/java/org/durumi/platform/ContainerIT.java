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
        assertEquals("durumi_app", asked(database, "SELECT current_user"));
        assertEquals("durumi_log", asked(log, "SELECT current_user"));
    }

    @Test
    void what_is_acknowledged_lies_on_the_disk() throws SQLException {
        for (DataSource each : new DataSource[] {database, log}) {
            for (String setting : new String[] {"synchronous_commit", "fsync", "full_page_writes"}) {
                assertEquals("on", asked(each, "SHOW " + setting), setting);
            }
            // Also where the server itself is set to be faster.
            assertEquals("user", asked(each, "SELECT source FROM pg_settings WHERE name = 'synchronous_commit'"));
        }
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

    private static String asked(DataSource source, String question) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
