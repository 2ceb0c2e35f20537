package org.durumi.staff;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.vault.NoKek;
import org.durumi.vault.ToolKeys;
import org.jspecify.annotations.Nullable;

/** The program behind {@code bin/staff}. Each call is one transaction with its entry in the access log. */
public final class StaffTool {
    static final String USAGE = """
            bin/staff list                        everybody who was met: handle, team, the role last seen, the role here
            bin/staff role PERSON ROLE            gives a role; with two administrators, one of them confirms it in Durumi
            bin/staff take PERSON                 takes the role away, at once
            bin/staff roles-as-seen [yes]         after an upgrade, once: gives everybody the role last seen
            bin/staff team NAME                   founds a team
            bin/staff call PERSON HANDLE          gives somebody the name by which colleagues know them
            bin/staff put PERSON TEAM             puts somebody into a team, and takes them out of the one before
            PERSON is a handle or the subject at the identity provider; people are met at their first sign-in.
            ROLE is caseworker, supervisor, auditor or administrator.
            """;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERROR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private StaffTool() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            OUT.print(USAGE);
            return;
        }
        Map<String, String> environment = System.getenv();
        try (Connection database = DriverManager.getConnection(
                ToolKeys.needed(environment, "DURUMI_DATABASE_URL"),
                environment.getOrDefault("DURUMI_DATABASE_USER", "durumi_app"),
                ToolKeys.needed(environment, "DURUMI_DATABASE_PASSWORD"))) {
            database.setAutoCommit(false);
            Statements statements = Statements.on(database);
            new StaffCommands(statements, ToolKeys.macs(environment, statements), OUT).run(List.of(arguments));
            database.commit();
        } catch (StaffCommands.Refused | NoKek refused) {
            fail(refused.getMessage());
        } catch (SQLException | StatementFailed failed) {
            fail("the database refused or is away");
        }
    }

    private static void fail(@Nullable String why) {
        ERROR.println("Nothing was changed: " + why + ".");
        System.exit(1);
    }
}
