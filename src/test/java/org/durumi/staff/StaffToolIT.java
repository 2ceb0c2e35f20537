package org.durumi.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.durumi.jdbc.Statements;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.vault.ToolKeys;
import org.junit.jupiter.api.Test;

/** An administrator puts people into teams on the command line, while they are signed in. */
class StaffToolIT {
    private final Stack stack = Stack.running();

    @Test
    void a_supervisor_is_put_into_another_team_and_back() throws Exception {
        Caller bae = Caller.signedIn("bae");
        assertTrue(seesCases(bae));
        int before = entriesOfTheTool("TEAM");
        assertTrue(staff("team", "Night team").contains("Done."));

        staff("put", "bae", "Night team");
        assertTrue(staff("list").lines().anyMatch(line -> line.contains("  bae  Night team  SUPERVISOR")));
        assertTrue(!seesCases(bae), "from the next request on");

        staff("put", "bae", "북방팀 North team");
        assertTrue(seesCases(bae));
        assertEquals(before + 3, entriesOfTheTool("TEAM"));
    }

    @Test
    void a_role_counts_at_once_as_long_as_nobody_could_confirm_it() throws Exception {
        Caller bae = Caller.signedIn("bae");
        staff("take", "bae");
        assertEquals(302, bae.get("/review").status());
        assertTrue(staff("list").lines().anyMatch(line -> line.contains("  bae  ") && line.endsWith("no role here")));

        assertTrue(staff("role", "bae", "supervisor").contains("when an administrator has confirmed it"));
        assertTrue(staff("list")
                .lines()
                .anyMatch(line -> line.contains("  bae  ") && line.endsWith("waits for SUPERVISOR")));
        assertEquals(403, Caller.tries("bae").status());

        staff("take", "moon");
        assertEquals("Done.\n", staff("role", "bae", "supervisor"), "there is one administrator alone");
        assertEquals("Done.\n", staff("role", "bae", "supervisor"), "they have it already");
        assertEquals(200, Caller.signedIn("bae").get("/review").status());
        assertEquals("Done.\n", staff("role", "moon", "administrator"));
        assertEquals(200, Caller.signedIn("moon").get("/sessions").status());
        assertTrue(entriesOfTheTool("ROLE") >= 6);
    }

    @Test
    void the_roles_of_before_are_given_once() {
        assertEquals(
                "Roles were given here before. Give the others one by one",
                assertThrows(StaffCommands.Refused.class, () -> staff("roles-as-seen", "yes"))
                        .getMessage());
    }

    @Test
    void what_cannot_be_done_is_refused_with_the_reason() {
        for (List<String> words : List.of(
                List.of("put", "nobody-of-that-name", "북방팀 North team"),
                List.of("put", "bae", "No such team"),
                List.of("team", "북방팀 North team"),
                List.of("team", " "),
                List.of("call", "bae", " "),
                List.of("role", "bae", "caseworker"),
                List.of("role", "bae", "system"),
                List.of("role", "bae", "king"),
                List.of("roles-as-seen", "no"))) {
            assertThrows(StaffCommands.Refused.class, () -> staff(words.toArray(String[]::new)), words::toString);
        }
    }

    @Test
    void a_wrong_call_says_how_to_call_it() throws Exception {
        assertEquals(StaffTool.USAGE, staff("put", "bae"));
        assertEquals(StaffTool.USAGE, staff());
    }

    private static boolean seesCases(Caller who) {
        return !who.get("/cases").document().select("table a[href^=/cases/C-]").isEmpty();
    }

    private String staff(String... words) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("DURUMI_KEYS_DIRECTORY", stack.keys().toString());
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            new StaffCommands(
                            database,
                            ToolKeys.macs(environment, database),
                            new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run(List.of(words));
            application.commit();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private int entriesOfTheTool(String group) throws Exception {
        try (Connection superuser = stack.asSuperuser()) {
            return Statements.on(superuser)
                    .list(
                            row -> row.getInt(1),
                            "select count(*) from access_entry where actor = 'staff-tool' and actor_role = 'SYSTEM'"
                                    + " and action = 'CONFIGURATION' and outcome = 'DONE' and ? = any (field_groups)",
                            group)
                    .getFirst();
        }
    }
}
