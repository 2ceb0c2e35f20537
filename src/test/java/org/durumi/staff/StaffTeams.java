package org.durumi.staff;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.durumi.jdbc.Statements;
import org.durumi.stack.Stack;
import org.durumi.vault.ToolKeys;

/** Puts people of the demo into other teams, as bin/staff does, for tests that need two. */
public final class StaffTeams {
    private StaffTeams() {}

    public static void staff(String... words) throws Exception {
        Stack stack = Stack.running();
        Map<String, String> environment =
                Map.of("DURUMI_KEYS_DIRECTORY", stack.keys().toString());
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            new StaffCommands(
                            database,
                            ToolKeys.macs(environment, database),
                            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .run(List.of(words));
            application.commit();
        }
    }
}
