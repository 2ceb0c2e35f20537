package org.durumi.starter;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The database of an installation, asked before the server starts: with each of the application's roles, by its own driver. */
final class Database {
    private static final List<String> ROLES = List.of("DURUMI", "DURUMI_LOG", "DURUMI_JOB", "DURUMI_ERASE");

    private final Variables variables;

    Database(Variables variables) {
        this.variables = variables;
    }

    /**
     * @param war holds the driver
     * @throws NotStarted if it is away or refuses a role, or has no tables yet
     */
    void require(Path war) {
        try {
            Path driver = Files.createTempFile("driver", ".jar");
            try {
                unpackDriver(war, driver);
                try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {driver.toUri().toURL()}, Database.class.getClassLoader())) {
                    require((Driver) loader.loadClass("org.postgresql.Driver")
                            .getConstructor()
                            .newInstance());
                }
            } finally {
                Files.delete(driver);
            }
        } catch (IOException | ReflectiveOperationException unreadable) {
            throw new NotStarted("the file " + war + " cannot be read, or is not Durumi.", unreadable);
        }
    }

    private static void unpackDriver(Path war, Path driver) throws IOException {
        try (ZipFile parts = new ZipFile(war.toFile())) {
            ZipEntry found = parts.stream()
                    .filter(each -> each.getName().matches("WEB-INF/lib/postgresql-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no driver"));
            try (InputStream bytes = parts.getInputStream(found)) {
                Files.copy(bytes, driver, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void require(Driver driver) {
        for (String role : ROLES) {
            String user = role + "_DATABASE_USER";
            String password = role + "_DATABASE_PASSWORD";
            Properties wishes = new Properties();
            wishes.setProperty("user", variables.needed(user));
            wishes.setProperty("password", variables.needed(password));
            wishes.setProperty("connectTimeout", "5");
            wishes.setProperty("loginTimeout", "10");
            try (Connection connection = driver.connect(variables.needed(Variables.URL), wishes)) {
                if (connection == null) {
                    throw new NotStarted(
                            Variables.URL + " is no address of a PostgreSQL: jdbc:postgresql://host/durumi.");
                }
                requireTables(connection);
            } catch (SQLException refused) {
                throw new NotStarted(sentence(refused.getSQLState(), user, password), refused);
            }
        }
    }

    private static void requireTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('access_entry')")) {
            if (!found.next() || found.getString(1) == null) {
                throw new NotStarted("the database of " + Variables.URL + " has no tables yet: run bin/migrate.");
            }
        }
    }

    private static String sentence(@Nullable String state, String user, String password) {
        String known = state == null ? "" : state;
        if (known.startsWith("28")) {
            return "the database refuses the role of " + user + ": look at it and at " + password + ".";
        } else if (known.equals("3D000")) {
            return "there is no such database as " + Variables.URL + " names.";
        } else if (known.startsWith("08") || known.startsWith("57P")) {
            return "no database answers at " + Variables.URL + ".";
        }
        return "the database of " + Variables.URL + " refuses (" + known + ").";
    }
}
