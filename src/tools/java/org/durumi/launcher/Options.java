package org.durumi.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked on the command line of {@code bin/start}.
 *
 * @param fresh forget everything that earlier starts have saved
 * @param databaseUrl an existing PostgreSQL; empty = start our own
 * @param keycloakUrl an existing Keycloak that holds the realm {@code durumi}; empty = start our own
 */
public record Options(
        Ports ports, Path data, boolean fresh, Optional<String> databaseUrl, Optional<String> keycloakUrl) {
    static final String USAGE = """
            Usage: bin/start [options]
              --port N            port of the application (default 8080; the others take N+100 to N+103)
              --keycloak-port N   another port for Keycloak
              --database-port N   another port for PostgreSQL
              --data DIR          where everything is kept (default target/demo)
              --fresh             forget everything in that directory first
              --database-url URL  use an existing PostgreSQL, for example jdbc:postgresql://db.example.org/durumi;
                                  passwords in DURUMI_DATABASE_PASSWORD, DURUMI_LOG_DATABASE_PASSWORD, DURUMI_JOB_DATABASE_PASSWORD,
                                  DURUMI_ERASE_DATABASE_PASSWORD, and in DURUMI_OWNER_PASSWORD if the tables shall be brought up to date
              --keycloak-url URL  use an existing Keycloak with the realm durumi
              --help              show this text
            """;

    /** @throws StartRefused if an option is unknown, lacks its value or has one that cannot be used */
    public static Options parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        int port = 8080;
        Optional<Integer> keycloakPort = Optional.empty();
        Optional<Integer> databasePort = Optional.empty();
        Path data = Path.of("target", "demo");
        boolean fresh = false;
        Optional<String> databaseUrl = Optional.empty();
        Optional<String> keycloakUrl = Optional.empty();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--port" -> port = number(option, rest);
                case "--keycloak-port" -> keycloakPort = Optional.of(number(option, rest));
                case "--database-port" -> databasePort = Optional.of(number(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--fresh" -> fresh = true;
                case "--database-url" -> databaseUrl = Optional.of(jdbcUrl(value(option, rest)));
                case "--keycloak-url" -> keycloakUrl = Optional.of(webUrl(value(option, rest)));
                default ->
                    throw new StartRefused("The option " + option + " is unknown: see the list with bin/start --help.");
            }
        }
        Ports usual = Ports.from(port);
        Ports ports = new Ports(
                port,
                keycloakPort.orElse(usual.keycloak()),
                keycloakPort.map(chosen -> chosen + 1).orElse(usual.management()),
                databasePort.orElse(usual.database()),
                usual.health());
        return new Options(ports, data.toAbsolutePath().normalize(), fresh, databaseUrl, keycloakUrl);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new StartRefused("The option " + option + " needs a value: see bin/start --help.");
        }
        return rest.pop();
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new StartRefused("The option " + option + " needs a number, not “" + value + "”.");
        }
    }

    private static String jdbcUrl(String value) {
        if (!value.startsWith("jdbc:postgresql://")) {
            throw new StartRefused("--database-url needs an address that begins with jdbc:postgresql://.");
        }
        return value;
    }

    private static String webUrl(String value) {
        try {
            URI url = URI.create(value);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return value.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException notAnAddress) {
            // told below
        }
        throw new StartRefused("--keycloak-url needs an address like https://id.example.org.");
    }
}
