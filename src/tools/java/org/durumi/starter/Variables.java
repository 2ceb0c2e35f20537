package org.durumi.starter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The environment variables of an installation. What is missing or cannot be is said by the name of the variable. */
record Variables(Map<String, String> environment) {
    static final String URL = "DURUMI_DATABASE_URL";

    private static final String DESK_KEY = "desk.jwk";
    private static final int USUAL_HEALTH_PORT = 8081;

    private static final List<String> NEEDED = List.of(
            "DURUMI_BASE_URL",
            "DURUMI_ZONE",
            "DURUMI_DEMO",
            "DURUMI_LEAVE_ADDRESS",
            "DURUMI_OIDC_ISSUER",
            "DURUMI_OIDC_CLIENT_ID",
            "DURUMI_KEYS_DIRECTORY",
            URL);

    /** @throws NotStarted for the first one that is missing or cannot be */
    void require() {
        NEEDED.forEach(this::needed);
        for (String address : List.of("DURUMI_BASE_URL", "DURUMI_LEAVE_ADDRESS", "DURUMI_OIDC_ISSUER")) {
            requireAddress(address);
        }
        if (!List.of("true", "false").contains(needed("DURUMI_DEMO"))) {
            throw new NotStarted("DURUMI_DEMO is neither true nor false.");
        }
        requireZone();
        requireKeys();
        healthPort();
    }

    /** @throws NotStarted if it is missing */
    String needed(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new NotStarted("the environment variable " + name + " is missing: see docs/operations.md.");
        }
        return value;
    }

    int healthPort() {
        String value = environment.getOrDefault("DURUMI_HEALTH_PORT", "");
        try {
            return value.isBlank() ? USUAL_HEALTH_PORT : Integer.parseInt(value);
        } catch (NumberFormatException text) {
            throw new NotStarted("DURUMI_HEALTH_PORT is no number.", text);
        }
    }

    private void requireAddress(String name) {
        String value = needed(name);
        try {
            URI address = URI.create(value);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException text) {
            throw new NotStarted(name + " is no address.", text);
        }
        throw new NotStarted(name + " is no address that begins with https://.");
    }

    private void requireZone() {
        try {
            ZoneId.of(needed("DURUMI_ZONE"));
        } catch (DateTimeException unknown) {
            throw new NotStarted("DURUMI_ZONE is no time zone, such as Asia/Seoul.", unknown);
        }
    }

    private void requireKeys() {
        String name = "DURUMI_KEYS_DIRECTORY";
        Path directory = Path.of(needed(name));
        try (Stream<Path> files = Files.list(directory)) {
            // Without the key of the desk everything else works, and the page of the installation says so.
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(DESK_KEY) && !Files.isReadable(file))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new NotStarted("the file " + file.getFileName() + " in " + name
                                + " cannot be read by this user: look at its owner and mode.");
                    });
        } catch (IOException unreadable) {
            throw new NotStarted(name + " names no directory that this user can read.", unreadable);
        }
    }
}
