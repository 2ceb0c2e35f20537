package org.durumi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A Keycloak of our own, on the loopback interface, with its data in our PostgreSQL. */
public final class DemoKeycloak implements AutoCloseable {
    static final String REALM = "durumi";
    private static final String ADMIN = "demo-admin";
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--features-disabled=ciba,device-flow,impersonation,kerberos");

    private final ServerProcess process;
    private final String url;
    private final String adminPassword;

    private DemoKeycloak(ServerProcess process, String url, String adminPassword) {
        this.process = process;
        this.url = url;
        this.adminPassword = adminPassword;
    }

    /** Whether {@link #build} has something to do, which takes most of a minute. */
    public static boolean needsBuild(Path home) {
        try {
            Path stamp = stamp(home);
            return !Files.exists(stamp) || !Files.readString(stamp).equals(built(home));
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Prepares the unpacked server once for our database and without what we do not use. */
    public static void build(Path home, DataDirectory data) {
        if (!needsBuild(home)) {
            return;
        }
        Path log = data.log().resolve("keycloak-build.log");
        try {
            Process build = ServerProcess.builder(command(home, BUILD), Map.of(), home, log)
                    .start();
            new Pids(data.pids()).record(Pids.KEYCLOAK, build.toHandle());
            if (build.waitFor() != 0) {
                throw new StartRefused("Keycloak could not be prepared: see " + log + ".");
            }
            Files.writeString(stamp(home), built(home));
        } catch (IOException refused) {
            throw new StartRefused("Keycloak could not be prepared: " + refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", stopped);
        }
    }

    /** Starts the server; {@link #awaitRealm} waits for it. Its database must exist. */
    public static DemoKeycloak start(ProjectFiles files, DataDirectory data, Ports ports, DemoPostgres postgres) {
        Path home = files.keycloak();
        layThemes(files.themes(), home.resolve("themes"));
        String url = "http://localhost:" + ports.keycloak();
        String adminPassword = new Secrets(data.secrets()).password("keycloak-admin");
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", postgres.url(DemoPostgres.KEYCLOAK));
        environment.put("KC_DB_USERNAME", DemoPostgres.KEYCLOAK);
        environment.put("KC_DB_PASSWORD", postgres.password(DemoPostgres.KEYCLOAK));
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HOSTNAME", url);
        environment.put("DURUMI_BASE_URL", "http://localhost:" + ports.application() + "/");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(ports.keycloak()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.management()));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return new DemoKeycloak(
                ServerProcess.start(
                        Pids.KEYCLOAK, command(home, List.of("start", "--optimized")), environment, home, data),
                url,
                adminPassword);
    }

    private static void layThemes(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException refused) {
            throw new StartRefused("The look of the sign-in could not be laid into " + to + ".", refused);
        }
    }

    /** What its script kc.sh runs, without the shell in between, whose pid would not be the server's. */
    private static List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /** What was asked for and what came of it: a server that is unpacked again loses the second, and is built again. */
    private static String built(Path home) throws IOException {
        return "%s %d"
                .formatted(
                        String.join(" ", BUILD),
                        Files.size(home.resolve("lib").resolve("quarkus").resolve("generated-bytecode.jar")));
    }

    private static Path stamp(Path home) {
        return home.resolve("durumi-built");
    }

    /** Waits until the server works, then brings the realm to what the file says and waits until it answers. */
    public void awaitRealm(String realmJson) {
        await(url + "/realms/master/.well-known/openid-configuration", status -> status == 200);
        admin().bring(realmJson);
        await(issuer() + "/.well-known/openid-configuration", status -> status == 200);
        // It is refused for what it lacks, but only by a server that has read realm and client from its database.
        await(issuer() + "/protocol/openid-connect/auth?client_id=durumi", status -> status > 0 && status < 500);
    }

    private void await(String address, IntPredicate expected) {
        Web.await("Keycloak", process, Duration.ofMinutes(3), () -> expected.test(Web.status(address)));
    }

    public String url() {
        return url;
    }

    public String issuer() {
        return url + "/realms/" + REALM;
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(url, ADMIN, adminPassword);
    }

    public ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(8));
    }
}
