package org.durumi.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.durumi.setup.Schema;

/** A PostgreSQL of our own: on the loopback interface, every role with a password of this installation. */
public final class DemoPostgres implements AutoCloseable {
    public static final String OWNER = Schema.OWNER;
    public static final String APPLICATION = "durumi_app";
    public static final String LOG = "durumi_log";
    public static final String JOB = "durumi_job";
    public static final String ERASURE = "durumi_erase";
    public static final String ROTATION = "durumi_rotate";
    static final String KEYCLOAK = "keycloak";
    /** Sees every row. Nothing of the product signs in as this role; tests look with it at what was stored. */
    public static final String SUPERUSER = "postgres";

    /** What {@code PG_VERSION} of its data directory says. */
    static final String VERSION = "18";

    private static final String WHOLE = "durumi-whole";

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Secrets secrets;
    private final int port;

    private DemoPostgres(EmbeddedPostgres server, ProcessHandle process, Secrets secrets, int port) {
        this.server = server;
        this.process = process;
        this.secrets = secrets;
        this.port = port;
    }

    /**
     * Starts the server; at the first start its data directory is made.
     *
     * @param binaries where the server's programs are unpacked, once for all installations of this directory
     */
    public static DemoPostgres start(DataDirectory data, int port, Path binaries, Machine machine) {
        Secrets secrets = new Secrets(data.secrets());
        String superuserPassword = secrets.password(SUPERUSER);
        try {
            removeHalfMade(data.postgres());
            requireReadable(data.postgres());
            Files.createDirectories(binaries);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data.postgres())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setPort(port)
                    .setConnectConfig("password", superuserPassword);
            settings(data).forEach(builder::setServerConfig);
            machine.postgres().forEach(builder::setServerConfig);
            firstSettings(data).forEach(builder::setLocaleConfig);
            EmbeddedPostgres server = builder.start();
            Files.writeString(data.postgres().resolve(WHOLE), "made by bin/start");
            ProcessHandle process = postmaster(data.postgres());
            new Pids(data.pids()).record(Pids.POSTGRES, process);
            return new DemoPostgres(server, process, secrets, port);
        } catch (IOException | IllegalStateException failed) {
            throw new StartRefused(
                    "PostgreSQL did not start (" + failed.getMessage() + "): see its messages in " + data.log() + ".",
                    failed);
        }
    }

    /** Options of initdb; the builder passes on whatever is set as a locale. They win over its default, trust. */
    private static Map<String, String> firstSettings(DataDirectory data) {
        return Map.of(
                "locale", "C",
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "auth-host", "scram-sha-256",
                "auth-local", "scram-sha-256",
                "pwfile", data.secrets().resolve(SUPERUSER).toString());
    }

    /** Settings of the server, given at every start. None may hold a blank. */
    private static Map<String, String> settings(DataDirectory data) {
        data.log();
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "100"),
                Map.entry("timezone", "UTC"),
                // The builder switches both off; a power cut must not cost what was saved, nor who saw what.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("logging_collector", "on"),
                Map.entry("log_directory", "../log"),
                Map.entry("log_filename", "postgresql.log"),
                Map.entry("log_file_mode", "0600"),
                Map.entry("log_statement", "none"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_parameter_max_length", "0"),
                Map.entry("log_parameter_max_length_on_error", "0"),
                Map.entry("log_error_verbosity", "terse"));
    }

    /** An interrupted first start leaves a directory without its version file, which no server would accept. */
    private static void removeHalfMade(Path directory) {
        if (Files.isDirectory(directory)
                && !Files.exists(directory.resolve("global").resolve("pg_control"))) {
            DataDirectory.deleteTree(directory);
        }
    }

    /** Each version of PostgreSQL reads its own data only. */
    private static void requireReadable(Path directory) throws IOException {
        Path version = directory.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(VERSION)) {
            throw new StartRefused("The demo's data in " + directory.getParent() + " was made by PostgreSQL "
                    + Files.readString(version).strip() + " and this is " + VERSION
                    + ": start once with --fresh to forget it, or choose another directory with --data DIR.");
        }
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .orElseThrow(() -> new IOException("its process is gone"));
    }

    /**
     * Makes a database of Durumi with its roles and tables, or brings an existing one up to date.
     *
     * @param rolesScript {@code config/postgres/roles.sql}
     */
    public void prepareDurumi(String database, Path rolesScript) {
        createDatabase(database, SUPERUSER);
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(rolesScript));
            for (String role : List.of(OWNER, APPLICATION, LOG, JOB, ERASURE, ROTATION)) {
                setPassword(statement, role);
            }
        } catch (SQLException | IOException failed) {
            throw new StartRefused("The database roles could not be set up: " + failed.getMessage(), failed);
        }
        Schema.migrate(url(database), OWNER, password(OWNER));
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            // The demo cases are told as if they had happened over months, and their entries with them.
            statement.execute("INSERT INTO told_database VALUES (true) ON CONFLICT DO NOTHING");
        } catch (SQLException failed) {
            throw new StartRefused("The database could not be marked as a demo: " + failed.getMessage(), failed);
        }
    }

    /** Makes Keycloak's own role and database if they are missing. */
    public void prepareKeycloak() {
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + KEYCLOAK + "'")) {
                statement.execute("CREATE ROLE " + KEYCLOAK + " LOGIN");
            }
            setPassword(statement, KEYCLOAK);
            // While it starts on a busy machine it thinks for longer within a transaction than we ever may.
            statement.execute("ALTER ROLE " + KEYCLOAK + " SET idle_in_transaction_session_timeout = 0");
        } catch (SQLException failed) {
            throw new StartRefused("Keycloak's database could not be set up: " + failed.getMessage(), failed);
        }
        createDatabase(KEYCLOAK, KEYCLOAK);
    }

    private void createDatabase(String name, String owner) {
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute(
                        "CREATE DATABASE " + name + " OWNER " + owner + " ENCODING 'UTF8' TEMPLATE template0");
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException failed) {
            throw new StartRefused("The database " + name + " could not be made: " + failed.getMessage(), failed);
        }
    }

    private void setPassword(Statement statement, String role) throws SQLException {
        statement.execute("ALTER ROLE " + role + " PASSWORD '" + password(role) + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        return connect(database, SUPERUSER);
    }

    /** A connection to a database as one of the roles. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, password(role));
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password(String role) {
        return secrets.password(role);
    }

    public ProcessHandle process() {
        return process;
    }

    /** Ends the server; what was committed is on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            if (process.isAlive()) {
                Pids.end(process, Duration.ofSeconds(5));
            }
        }
    }
}
