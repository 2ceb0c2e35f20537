package org.durumi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build has put what the demo runs. */
public record ProjectFiles(Path project) {
    public ProjectFiles {
        project = project.toAbsolutePath().normalize();
    }

    /** @throws StartRefused if the build has not made something */
    public void require() {
        for (Path file : new Path[] {demoWar(), starter(), payaraMicro(), keycloak(), realm(), themes(), roles()}) {
            if (!Files.exists(file)) {
                throw new StartRefused("The file " + file + " is missing: run bin/start in the directory of Durumi.");
            }
        }
    }

    public Path demoWar() {
        return target().resolve("durumi-demo.war");
    }

    /** Beside the server, which it finds there. */
    public Path starter() {
        return servers().resolve("durumi-start.jar");
    }

    public Path payaraMicro() {
        return servers().resolve("payara-micro.jar");
    }

    /** The unpacked Keycloak, whatever its version. */
    public Path keycloak() {
        Path none = servers().resolve("keycloak");
        if (!Files.isDirectory(servers())) {
            return none;
        }
        try (Stream<Path> unpacked = Files.list(servers())) {
            return unpacked.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElse(none);
        } catch (IOException unreadable) {
            return none;
        }
    }

    /** Where the programs of PostgreSQL are unpacked. */
    public Path postgres() {
        return servers().resolve("postgresql");
    }

    public Path realm() {
        return project.resolve("config/keycloak/durumi-realm.json");
    }

    /** The look of the sign-in, as Keycloak reads it. */
    public Path themes() {
        return project.resolve("config/keycloak/themes");
    }

    public Path roles() {
        return project.resolve("config/postgres/roles.sql");
    }

    private Path servers() {
        return target().resolve("servers");
    }

    private Path target() {
        return project.resolve("target");
    }
}
