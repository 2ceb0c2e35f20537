package org.durumi.staff;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.mac.Macs;
import org.durumi.vault.NoKek;
import org.durumi.vault.ToolKeys;
import org.jspecify.annotations.Nullable;

/** The program behind {@code bin/staff}. Each call is one transaction with its entry in the access log. */
public final class StaffTool {
    static final String USAGE = """
            bin/staff list                        everybody who was met: subject, handle, team, the role last seen, the role here
            bin/staff role SUBJECT ROLE           gives a role; with two administrators, one of them confirms it in Durumi
            bin/staff take SUBJECT                takes the role away, at once
            bin/staff roles-as-seen               after an upgrade: who had come in, as what, and a sum of this list
            bin/staff roles-as-seen yes SUM       gives them these roles, once
            bin/staff team NAME                   founds a team
            bin/staff call SUBJECT HANDLE         gives somebody the name by which colleagues know them
            bin/staff put SUBJECT TEAM            puts somebody into a team, and takes them out of the one before
            SUBJECT is what «bin/staff list» prints first; people are met at their first sign-in.
            ROLE is caseworker, supervisor, auditor or administrator.
            role, take and put say whom they concern, and ask for «yes».
            roles-as-seen leaves out who is named with --without SUBJECT, as often as needed.
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
            Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
            Macs macs = ToolKeys.macs(environment, statements, lines);
            new StaffCommands(statements, macs, OUT, question -> ToolKeys.answer(question, lines))
                    .run(List.of(arguments));
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
