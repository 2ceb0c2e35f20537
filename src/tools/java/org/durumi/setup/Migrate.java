package org.durumi.setup;

import java.util.Map;

/** {@code bin/migrate}: brings the tables of an organisation's own database up to date before a new version starts. */
public final class Migrate {
    private Migrate() {}

    public static void main(String[] arguments) {
        try {
            Map<String, String> environment = System.getenv();
            int executed = Schema.migrate(
                    needed(environment, "DURUMI_DATABASE_URL"),
                    environment.getOrDefault("DURUMI_OWNER_USER", Schema.OWNER),
                    needed(environment, "DURUMI_OWNER_PASSWORD"));
            System.out.println("The tables are up to date (" + executed + " changes made now).");
        } catch (SetupRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new SetupRefused("The environment variable " + name + " is missing: see docs/operations.md.");
        }
        return value;
    }
}
