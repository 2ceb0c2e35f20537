package org.durumi.staff;

import static org.durumi.staff.StaffTeams.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.jdbc.Statements;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator puts people into teams on the command line, while they are signed in. */
class StaffToolIT {
    private static final String BAE = "00000000-0000-4000-8000-0000000000a4";
    private static final String NEVER_HERE = "00000000-0000-4000-8000-0000000000ff";
    private static final String NORTH = "북방팀 North team";

    private final Stack stack = Stack.running();

    /** Keycloak named somebody a role, but nobody let them in. */
    @BeforeEach
    void somebody_was_only_met() throws Exception {
        try (Connection superuser = stack.asSuperuser()) {
            Statements.on(superuser)
                    .run(
                            "insert into staff_member (user_id, handle, roles, version) values (?, 'only met', 'ADMINISTRATOR', 0)"
                                    + " on conflict do nothing",
                            NEVER_HERE);
        }
    }

    @Test
    void a_supervisor_is_put_into_another_team_and_back() throws Exception {
        Caller bae = Caller.signedIn("bae");
        assertTrue(seesCases(bae));
        int before = entriesOfTheTool("TEAM");
        assertTrue(staff("team", "Night team").contains("Done."));

        staff("put", "bae", "Night team");
        assertTrue(staff("list").lines().anyMatch(line -> line.contains("  bae  Night team  SUPERVISOR")));
        assertTrue(!seesCases(bae), "from the next request on");

        staff("put", "bae", NORTH);
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
        assertEquals(
                BAE + "  bae  waits for SUPERVISOR -> SUPERVISOR\nDone.\n",
                staff("role", "bae", "supervisor"),
                "there is one administrator alone");
        assertEquals(
                BAE + "  bae  has SUPERVISOR -> SUPERVISOR\nDone.\n",
                staff("role", "bae", "supervisor"),
                "they have it already");
        assertEquals(200, Caller.signedIn("bae").get("/review").status());
        assertTrue(
                staff("role", "moon", "administrator").contains("they have to try to sign in first"),
                "somebody else may have taken away with what they prove who they are");
        assertEquals(403, Caller.tries("moon").status());
        assertTrue(
                staff("role", "moon", "administrator").endsWith("waits for ADMINISTRATOR -> ADMINISTRATOR\nDone.\n"));
        assertEquals(200, Caller.signedIn("moon").get("/sessions").status());
        assertTrue(entriesOfTheTool("ROLE") >= 6);
    }

    @Test
    void nobody_is_named_by_a_handle_and_nothing_is_done_without_a_yes() {
        for (List<String> words :
                List.of(List.of("role", "bae", "supervisor"), List.of("take", "bae"), List.of("put", "bae", NORTH))) {
            assertThrows(
                    StaffCommands.Refused.class,
                    () -> StaffTeams.answering("yes", words.toArray(String[]::new)),
                    words::toString);
            String[] named = words.toArray(String[]::new);
            named[1] = BAE;
            assertEquals(
                    "the answer is not yes",
                    assertThrows(StaffCommands.Refused.class, () -> StaffTeams.answering("", named))
                            .getMessage());
        }
    }

    @Test
    void the_roles_of_before_are_given_once_to_those_who_came_in_and_as_the_list_said() throws Exception {
        Caller.signedIn("bae");
        String list = staff("roles-as-seen");
        assertTrue(list.contains(BAE + "  SUPERVISOR  bae  20"));
        assertTrue(list.lines().noneMatch(each -> each.startsWith(NEVER_HERE)));
        assertTrue(!staff("roles-as-seen", "--without", BAE).contains(BAE));
        assertEquals("the list has another sum now: look at it again", refused("yes", "00000000"));
        assertEquals("the list has another sum now: look at it again", refused("yes", sum(list), "--without", BAE));
        assertEquals("Roles were given here before. Give the others one by one", refused("yes", sum(list)));
    }

    private static String refused(String... words) {
        String[] all =
                Stream.concat(Stream.of("roles-as-seen"), Stream.of(words)).toArray(String[]::new);
        return assertThrows(StaffCommands.Refused.class, () -> staff(all)).getMessage();
    }

    private static String sum(String list) {
        return list.replaceAll("(?s).* yes ([0-9a-f]{8})».*", "$1");
    }

    @Test
    void a_name_that_looks_like_anothers_is_refused_and_a_change_is_kept() throws Exception {
        for (String alike : List.of("SEO", "ｓｅｏ", " seo ")) {
            assertThrows(StaffCommands.Refused.class, () -> staff("call", "bae", alike), alike);
        }
        staff("call", "bae", "bae of the console");
        staff("call", "bae of the console", "bae");
        try (Connection superuser = stack.asSuperuser()) {
            assertEquals(
                    List.of("bae of the console > bae by staff-tool", "bae > bae of the console by staff-tool"),
                    Statements.on(superuser)
                            .list(
                                    row -> row.getString(1),
                                    "select handle_from || ' > ' || handle_to || ' by ' || changed_by from handle_change"
                                            + " where user_id = ? order by changed_at desc limit 2",
                                    BAE));
        }
    }

    @Test
    void what_cannot_be_done_is_refused_with_the_reason() {
        for (List<String> words : List.of(
                List.of("put", "nobody-of-that-name", NORTH),
                List.of("put", "bae", "No such team"),
                List.of("team", NORTH),
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
