package org.durumi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.durumi.setup.Schema;

/** Everything that Durumi needs, started together and stopped in order. */
public final class Demo implements AutoCloseable {
    /** The name of our database in a PostgreSQL of our own. */
    public static final String DATABASE = "durumi";

    private final Options options;
    private final ProjectFiles files;
    private final DataDirectory data;
    private final Consumer<String> progress;
    private final Machine machine;

    private Optional<DemoPostgres> postgres = Optional.empty();
    private volatile Optional<DemoKeycloak> keycloak = Optional.empty();
    private volatile Optional<DemoPayara> payara = Optional.empty();
    private volatile boolean closed;

    /** @param progress is told, in a few words, what happens */
    public Demo(Options options, ProjectFiles files, DataDirectory data, Consumer<String> progress) {
        this(options, files, data, progress, Machine.SMALL);
    }

    /** @param machine how much the servers may take */
    public Demo(Options options, ProjectFiles files, DataDirectory data, Consumer<String> progress, Machine machine) {
        this.options = options;
        this.files = files;
        this.data = data;
        this.progress = progress;
        this.machine = machine;
    }

    /**
     * Starts all servers and returns when people can sign in.
     *
     * @throws StartRefused with one sentence if something does not work
     */
    public void start() {
        files.require();
        boolean ownKeycloak = options.keycloakUrl().isEmpty();
        boolean ownPostgres = ownKeycloak || options.databaseUrl().isEmpty();
        claim(ownKeycloak, ownPostgres && postgres.isEmpty());
        Keys keys = Keys.in(data.keys());
        if (ownKeycloak) {
            keys.withDesk();
        }

        // Keycloak's preparation needs no database, and the application waits for Keycloak at its first sign-in only.
        CompletableFuture<Void> prepared = CompletableFuture.completedFuture(null);
        if (ownKeycloak && DemoKeycloak.needsBuild(files.keycloak())) {
            progress.accept("Preparing Keycloak, once");
            prepared = CompletableFuture.runAsync(() -> DemoKeycloak.build(files.keycloak(), data));
        }
        if (ownPostgres && postgres.isEmpty()) {
            progress.accept("Starting PostgreSQL");
            startPostgres();
        }
        join(prepared);
        if (ownKeycloak) {
            progress.accept("Starting Keycloak");
            startKeycloak();
        }
        migrateForeign();
        progress.accept("Starting the application");
        startApplication();
        keycloak.ifPresent(server -> server.awaitRealm(demoRealm(keys)));
        awaitReady();
    }

    /** Starts the database alone, for whoever needs nothing else. */
    public void startDatabase() {
        files.require();
        claim(false, true);
        startPostgres();
    }

    /** Starts the database again that was closed; the other servers may run. */
    public synchronized void startDatabaseAgain() {
        requireOpen();
        postgres = Optional.of(DemoPostgres.start(data, options.ports().database(), files.postgres(), machine));
    }

    /** Makes sure that nobody else uses the data or the ports. */
    private void claim(boolean withKeycloak, boolean withDatabase) {
        Pids pids = new Pids(data.pids());
        if (postgres.isEmpty()) {
            pids.endOrphans();
        }
        options.ports().requireFree(withKeycloak, withDatabase);
        pids.record(Pids.LAUNCHER, ProcessHandle.current());
    }

    private synchronized void startPostgres() {
        requireOpen();
        DemoPostgres server = DemoPostgres.start(data, options.ports().database(), files.postgres(), machine);
        postgres = Optional.of(server);
        if (options.databaseUrl().isEmpty()) {
            server.prepareDurumi(DATABASE, files.roles());
        }
    }

    private synchronized void startKeycloak() {
        requireOpen();
        DemoPostgres database = postgres.orElseThrow();
        database.prepareKeycloak();
        keycloak = Optional.of(DemoKeycloak.start(files, data, options.ports(), database));
    }

    /** A stop may come while the start is under way. */
    private void requireOpen() {
        if (closed) {
            throw new StartRefused("The start was interrupted.");
        }
    }

    private void migrateForeign() {
        String password = System.getenv().getOrDefault("DURUMI_OWNER_PASSWORD", "");
        if (!password.isEmpty()) {
            options.databaseUrl().ifPresent(url -> Schema.migrate(url, DemoPostgres.OWNER, password));
        }
    }

    /** Starts the application alone; the other servers must run. */
    public void startApplication() {
        startApplication(Map.of());
    }

    /** Starts the application alone, with some of its settings changed. */
    public synchronized void startApplication(Map<String, String> changed) {
        requireOpen();
        Map<String, String> configuration = configuration();
        configuration.putAll(changed);
        payara = Optional.of(DemoPayara.start(files, data, options.ports().application(), configuration, machine));
    }

    /** Waits until people can sign in. An application that stays and does not come up is started once more. */
    public void awaitReady() {
        try {
            awaitPages();
        } catch (StartRefused stuck) {
            DemoPayara application = payara.orElseThrow();
            // What ended said why, and a second start would hide it: the demo would be told by half.
            if (!application.process().isAlive()) {
                throw stuck;
            }
            // Payara Micro's own services race at its start, about once in forty: then it deploys nothing and stays.
            application.close();
            startApplication();
            awaitPages();
        }
    }

    /** In a Keycloak of somebody else nobody of the demo may be known: then the form of its sign-in is enough. */
    private void awaitPages() {
        DemoPayara application = payara.orElseThrow();
        if (keycloak.isPresent()) {
            application.awaitPages();
        } else {
            application.awaitReady();
        }
    }

    private String demoRealm(Keys keys) {
        try {
            return DemoRealm.of(
                    Files.readString(files.realm()),
                    baseUrl(),
                    keys.publicJwk().toJSONString(),
                    keys.publicDeskJwk().toJSONString());
        } catch (IOException unreadable) {
            throw new StartRefused("The file " + files.realm() + " cannot be read.", unreadable);
        }
    }

    private Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("durumi.base.url", baseUrl());
        configuration.put("durumi.health.port", Integer.toString(options.ports().health()));
        configuration.put("durumi.zone", System.getenv().getOrDefault("DURUMI_ZONE", "Asia/Seoul"));
        configuration.put("durumi.demo", "true");
        configuration.put("durumi.leave.address", "https://www.weather.go.kr/");
        limitsFactor().ifPresent(factor -> configuration.put("durumi.limits.factor", factor));
        configuration.put("durumi.oidc.issuer", issuer());
        configuration.put("durumi.oidc.client.id", "durumi");
        configuration.put("durumi.desk.server", keycloakServer());
        configuration.put("durumi.keys.directory", data.keys().toString());
        configuration.put(
                "durumi.backup.marker",
                data.keys().resolveSibling("last-backup").toString());
        configuration.put("durumi.database.url", databaseUrl());
        configuration.put("durumi.database.user", DemoPostgres.APPLICATION);
        configuration.put(
                "durumi.database.password", databasePassword(DemoPostgres.APPLICATION, "DURUMI_DATABASE_PASSWORD"));
        configuration.put("durumi.log.database.user", DemoPostgres.LOG);
        configuration.put(
                "durumi.log.database.password", databasePassword(DemoPostgres.LOG, "DURUMI_LOG_DATABASE_PASSWORD"));
        configuration.put("durumi.job.database.user", DemoPostgres.JOB);
        configuration.put(
                "durumi.job.database.password", databasePassword(DemoPostgres.JOB, "DURUMI_JOB_DATABASE_PASSWORD"));
        configuration.put("durumi.erase.database.user", DemoPostgres.ERASURE);
        configuration.put(
                "durumi.erase.database.password",
                databasePassword(DemoPostgres.ERASURE, "DURUMI_ERASE_DATABASE_PASSWORD"));
        return configuration;
    }

    /** Measurements and tests ask faster than people do. */
    private static Optional<String> limitsFactor() {
        return Optional.ofNullable(System.getProperty("durumi.limits.factor", System.getenv("DURUMI_LIMITS_FACTOR")));
    }

    private String databasePassword(String role, String variable) {
        if (options.databaseUrl().isEmpty()) {
            return postgres.orElseThrow().password(role);
        }
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new StartRefused("--database-url needs the password of the role " + role
                        + " in the environment variable " + variable + "."));
    }

    private static void join(CompletableFuture<Void> task) {
        try {
            task.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw failed;
        }
    }

    public String baseUrl() {
        return "http://localhost:" + options.ports().application();
    }

    /** Where the application tells how it is, on threads of its own. */
    public String healthUrl() {
        return "http://localhost:" + options.ports().health();
    }

    public String issuer() {
        return keycloakServer() + "/realms/" + DemoKeycloak.REALM;
    }

    private String keycloakServer() {
        return options.keycloakUrl()
                .orElse("http://localhost:" + options.ports().keycloak());
    }

    public String databaseUrl() {
        return options.databaseUrl().orElseGet(() -> postgres.orElseThrow().url(DATABASE));
    }

    /** Our own PostgreSQL. */
    public DemoPostgres postgres() {
        return postgres.orElseThrow();
    }

    /** Our own Keycloak. */
    public DemoKeycloak keycloak() {
        return keycloak.orElseThrow();
    }

    /** The application. */
    public DemoPayara application() {
        return payara.orElseThrow();
    }

    /** Completes with a sentence when a server ends by itself. */
    public CompletableFuture<String> firstDeath() {
        CompletableFuture<String> death = new CompletableFuture<>();
        payara.ifPresent(server -> watch(server.process(), "The application", death));
        keycloak.ifPresent(server -> watch(server.process(), "Keycloak", death));
        postgres.ifPresent(server -> watch(server.process(), "PostgreSQL", death));
        return death;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What follows cannot fail.
    private void watch(ProcessHandle process, String name, CompletableFuture<String> death) {
        process.onExit()
                .thenRun(() -> death.complete(name
                        + " has ended by itself, so everything is stopped: see its messages in " + data.log() + "."));
    }

    /** Stops the servers, users before what they use. */
    @Override
    public synchronized void close() {
        closed = true;
        payara.ifPresent(DemoPayara::close);
        keycloak.ifPresent(DemoKeycloak::close);
        postgres.ifPresent(DemoPostgres::close);
        Pids pids = new Pids(data.pids());
        if (pids.isThisLauncher()) {
            pids.endServers();
            pids.forget(Pids.LAUNCHER);
        }
    }

    /** Whether {@link #close} has something to stop. */
    boolean hasServers() {
        return postgres.isPresent() || keycloak.isPresent() || payara.isPresent();
    }
}
