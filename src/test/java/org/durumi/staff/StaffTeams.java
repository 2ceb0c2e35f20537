package org.durumi.staff;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.durumi.jdbc.Statements;
import org.durumi.stack.Stack;
import org.durumi.vault.ToolKeys;

/** Puts people of the demo into other teams, as bin/staff does, for tests that need two. */
public final class StaffTeams {
    private StaffTeams() {}

    /** A test names people by their handles, and says yes. Their accounts at Keycloak stay as they are. What was printed comes back. */
    public static String staff(String... words) throws Exception {
        return answering("yes", true, named(words));
    }

    /** The same, and Keycloak is told of it soon after, as it is of what an administrator types. */
    public static String atTheConsole(String... words) throws Exception {
        return answering("yes", false, named(words));
    }

    private static String[] named(String... words) throws SQLException {
        String[] named = words.clone();
        if (words.length > 1 && List.of("call", "put", "role", "take").contains(words[0])) {
            try (Connection superuser = Stack.running().asSuperuser()) {
                named[1] = Statements.on(superuser)
                        .text("select user_id from staff_member where handle = ?", words[1])
                        .orElse(words[1]);
            }
        }
        return named;
    }

    static String answering(String answer, String... words) throws Exception {
        return answering(answer, true, words);
    }

    private static String answering(String answer, boolean hereAlone, String... words) throws Exception {
        Stack stack = Stack.running();
        Map<String, String> environment =
                Map.of("DURUMI_KEYS_DIRECTORY", stack.keys().toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            new StaffCommands(
                            database,
                            ToolKeys.macs(environment, database),
                            new PrintStream(said, true, StandardCharsets.UTF_8),
                            question -> answer)
                    .run(Arrays.asList(words));
            if (hereAlone) {
                // Else an account would be disabled whose person another test wants to come in a moment later.
                database.run("delete from account_due");
            }
            application.commit();
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
