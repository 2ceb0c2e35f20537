package org.durumi.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.durumi.launcher.DataDirectory;
import org.durumi.launcher.Demo;
import org.durumi.launcher.DemoPostgres;
import org.durumi.launcher.KeycloakAdmin;
import org.durumi.launcher.Options;
import org.durumi.launcher.Ports;
import org.durumi.launcher.ProjectFiles;

/** The whole product as {@code bin/start} runs it, booted once per test run, with fresh data on ports of its own. */
public final class Stack {
    private static Optional<Stack> database = Optional.empty();
    private static boolean running;

    private final Demo demo;
    private final DataDirectory data;

    private Stack(Demo demo, DataDirectory data) {
        this.demo = demo;
        this.data = data;
    }

    /** PostgreSQL, Keycloak and the application; booted at the first call. */
    public static synchronized Stack running() {
        Stack stack = withDatabase();
        if (!running) {
            stack.demo.start();
            running = true;
        }
        return stack;
    }

    /** PostgreSQL at least; booted at the first call. */
    public static synchronized Stack withDatabase() {
        if (database.isEmpty()) {
            Path directory = directory().resolve("product");
            DataDirectory.forget(directory);
            DataDirectory data = DataDirectory.open(directory);
            Options options = new Options(ports(), directory, false, Optional.empty(), Optional.empty());
            Demo demo = new Demo(options, new ProjectFiles(Path.of("")), data, step -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop the stack"));
            demo.startDatabase();
            database = Optional.of(new Stack(demo, data));
        }
        return database.get();
    }

    /** Where tests leave what outlives a run. */
    public static Path directory() {
        return Path.of(System.getProperty("stack.directory", "target/stack")).toAbsolutePath();
    }

    private static Ports ports() {
        return new Ports(
                port("stack.port", 28980),
                port("stack.keycloak.port", 28981),
                port("stack.management.port", 28982),
                port("stack.database.port", 28983),
                port("stack.health.port", 28984));
    }

    private static int port(String property, int usual) {
        return Integer.getInteger(property, usual);
    }

    public String baseUrl() {
        return demo.baseUrl();
    }

    /** Where the application tells how it is, on threads of its own. */
    public String healthUrl() {
        return demo.healthUrl();
    }

    public String issuer() {
        return demo.issuer();
    }

    public KeycloakAdmin keycloakAdmin() {
        return demo.keycloak().admin();
    }

    public DemoPostgres postgres() {
        return demo.postgres();
    }

    /** Where the servers of the stack write their messages. */
    public Path log() {
        return data.log();
    }

    /** Keys of this installation, as the application reads them. */
    public Path keys() {
        return data.keys();
    }

    /** A connection to the product's database as the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return postgres().connect(Demo.DATABASE, DemoPostgres.OWNER);
    }

    /** A connection to the product's database that sees every row, as no role of the product does. */
    public Connection asSuperuser() throws SQLException {
        return postgres().connect(Demo.DATABASE, DemoPostgres.SUPERUSER);
    }

    /** A connection to the product's database as the application's role. */
    public Connection asApplication() throws SQLException {
        return postgres().connect(Demo.DATABASE, DemoPostgres.APPLICATION);
    }

    /** A connection to the product's database as the role of the access log. */
    public Connection asLog() throws SQLException {
        return postgres().connect(Demo.DATABASE, DemoPostgres.LOG);
    }

    /** Lets something happen while PostgreSQL is away; the other servers go on. */
    public void withoutDatabase(Runnable what) {
        demo.postgres().close();
        try {
            what.run();
        } finally {
            demo.startDatabaseAgain();
        }
    }

    /** Waits until people can sign in: Keycloak needs a moment more than we do after the database was away. */
    public void awaitSignIn() {
        demo.awaitReady();
    }

    /** Ends the application as a power cut would; the other servers go on. */
    public void killApplication() {
        demo.application().kill();
    }

    /** Starts the application again with some settings changed, and waits until it answers. */
    public void restartApplicationWith(Map<String, String> changed) {
        demo.application().close();
        demo.startApplication(changed);
        demo.application().awaitLive();
    }

    /** Starts the application again and waits until people can sign in. */
    public void restartApplication() {
        demo.application().close();
        demo.startApplication();
        demo.awaitReady();
    }
}
