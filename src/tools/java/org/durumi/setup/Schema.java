package org.durumi.setup;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a database up to date, as their owner. */
public final class Schema {
    /** The role that owns the tables, as {@code config/postgres/roles.sql} names it. */
    public static final String OWNER = "durumi_owner";

    private Schema() {}

    /**
     * Runs the migrations that are missing.
     *
     * @return how many ran
     * @throws SetupRefused if one fails; PostgreSQL has then undone it
     */
    public static int migrate(String url, String owner, String password) {
        try {
            return Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(url, owner, password)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .cleanDisabled(true)
                    .connectRetries(5)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException failed) {
            throw new SetupRefused("The tables could not be brought up to date: " + failed.getMessage(), failed);
        }
    }
}
