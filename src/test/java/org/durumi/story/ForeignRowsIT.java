package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/** What somebody puts into the database who has the application's password and no key: it opens nothing, and it is noticed. */
class ForeignRowsIT {
    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";
    private static final String SEO = "00000000-0000-4000-8000-0000000000a3";
    private static final String NORTH = "7d9c1d5e-0000-4000-8000-000000000001";
    private static final String ANY_MAC = "decode(repeat('a7', 32), 'hex')";

    private final Stack stack = Stack.running();

    @Test
    void a_session_that_nobody_opened_is_none() throws Exception {
        String number = Intake.opensCase(Caller.signedIn("haneul"));
        long refused = refusals("SESSION");
        String cookie = "slipped-in-by-somebody-who-knows-its-hash";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));

        as(
                stack.asApplication(),
                "delete from staff_session where user_id = '" + SEO + "'",
                "insert into staff_session (id_hash, user_id, tag, roles, csrf_token, language, acr, auth_time, provider_sid,"
                        + " refresh_token, refresh_due, created, touched, idle_until, ends, granted_mac, awake_mac, refresh_mac)"
                        + " values ('\\x" + java.util.HexFormat.of().formatHex(hash) + "', '" + SEO
                        + "', '00112233aabbccdd', 'SUPERVISOR', 'x', 'ko', 'phr', now(), 'x', 'x', now() + interval '9 hours',"
                        + " now(), now(), now() + interval '9 hours', now() + interval '9 hours', " + ANY_MAC + ", "
                        + ANY_MAC
                        + ", " + ANY_MAC + ")");

        for (String path : List.of("/cases", "/cases/" + number + "/names", "/cases/" + number + "/summary.pdf")) {
            assertEquals(302, withCookie(cookie, path).status(), path);
        }
        assertEquals(refused, refusals("SESSION"), "under such a hash there is not even a row to look at");
    }

    @Test
    void a_session_gives_nothing_that_was_changed_in_its_row() throws Exception {
        for (String change : List.of(
                "roles = 'SUPERVISOR'",
                "acr = 'phr'",
                "auth_time = auth_time + interval '1 second'",
                "ends = ends + interval '1 hour'",
                "csrf_token = 'known'",
                "idle_until = idle_until + interval '1 hour'",
                "touched = touched + interval '1 second'",
                "refresh_due = refresh_due + interval '9 hours'",
                "degraded_since = now()")) {
            Caller yun = Caller.signedIn("yun");
            assertEquals(200, yun.get("/cases").status());
            long refused = refusals("SESSION");

            as(stack.asApplication(), "update staff_session set " + change + " where user_id = '" + YUN + "'");

            assertEquals(302, yun.get("/cases").status(), change);
            assertEquals(refused + 1, refusals("SESSION"), change);
        }
        assertTrue(Caller.guest().get("/health/ready").text().contains("rows that Durumi did not write"));
        assertEquals(200, Caller.guest().get("/health/ready").status());
    }

    @Test
    void a_session_that_was_given_to_somebody_else_is_none() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        assertEquals(200, haneul.get("/cases").status());

        as(
                stack.asApplication(),
                "delete from staff_session where user_id = '" + SEO + "'",
                "update staff_session set user_id = '" + SEO + "' where user_id = '" + HANEUL + "'");

        assertEquals(302, haneul.get("/cases").status());
    }

    @Test
    void a_supervisor_sees_no_team_into_which_nobody_put_them() throws Exception {
        String number = Intake.opensCase(Caller.signedIn("haneul"));
        Caller seo = Caller.signedIn("seo");
        assertEquals(200, seo.get("/cases/" + number).status());
        String real = Intake.value("select id, mac::text from membership where user_id = ? and until is null", SEO);
        long refused = refusals("TEAM");
        String mac = real.substring(real.indexOf('\\'));

        as(stack.asOwner(), "update membership set mac = " + ANY_MAC + " where user_id = '" + SEO + "'");
        try {
            assertEquals(404, seo.get("/cases/" + number).status());
            assertFalse(seo.get("/cases").text().contains(number));
            assertTrue(refusals("TEAM") > refused);
        } finally {
            as(stack.asOwner(), "update membership set mac = '" + mac + "' where user_id = '" + SEO + "'");
        }
        assertEquals(200, seo.get("/cases/" + number).status());
        assertRefused("update membership set team_id = gen_random_uuid()");
        assertRefused("update membership set until = now()");
        assertRefused("delete from membership");
        assertRefused(
                "insert into membership (id, user_id, team_id, since, entered_by, mac) values (gen_random_uuid(), '"
                        + SEO + "', '" + NORTH + "', now(), 'x', " + ANY_MAC + ")");
    }

    @Test
    void a_caseworker_sees_no_case_to_which_nobody_assigned_them() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        String id = Intake.value("select id from case_file where number = ?", number);
        Caller yun = Caller.signedIn("yun");
        assertEquals(404, yun.get("/cases/" + number).status());
        long refused = refusals("ASSIGNMENT");

        as(
                stack.asApplication(),
                "set app.team = '" + NORTH + "'",
                "insert into assignment (id, case_id, user_id, since, assigned_by, mac) values (gen_random_uuid(), '"
                        + id + "', '" + YUN + "', '2099-01-01', '" + SEO + "', " + ANY_MAC + ")");

        assertEquals(404, yun.get("/cases/" + number).status());
        assertEquals(404, yun.get("/cases/" + number + "/names").status());
        assertEquals(404, yun.post("/cases/" + number + "/attempts/new").status());
        assertFalse(yun.get("/cases?sort=CHANGED").text().contains(number));
        assertFalse(yun.post("/cases", "number", number.substring(number.length() - 6))
                .text()
                .contains("/cases/" + number));
        assertTrue(refusals("ASSIGNMENT") > refused);
        assertFalse(
                haneul.get("/cases/" + number + "/about").text().contains("yun"),
                "it is shown to nobody as an assignment");
        Caller seo = Caller.signedIn("seo");
        assertEquals(
                303,
                seo.post("/cases/" + number + "/assignment", "caseworker", YUN).status());
        assertEquals(200, yun.get("/cases/" + number).status(), "and keeps nobody from being assigned");
        assertEquals(200, haneul.get("/cases/" + number).status());
        assertRefused("update assignment set user_id = '" + YUN + "'");
        assertRefused("update assignment set until = null");
        assertRefused("delete from assignment_end");
    }

    @Test
    void a_case_that_was_moved_to_another_team_opens_for_nobody() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        Caller seo = Caller.signedIn("seo");
        as(
                stack.asSuperuser(),
                "insert into team (id, name) select gen_random_uuid(), 'Elsewhere' where not exists"
                        + " (select from team where name = 'Elsewhere')");
        long refused = refusals("CASE");

        as(
                stack.asSuperuser(),
                "update case_file set team_id = (select id from team where name = 'Elsewhere') where number = '"
                        + number + "'");

        assertEquals(404, haneul.get("/cases/" + number).status());
        assertEquals(404, seo.get("/cases/" + number).status());
        assertTrue(refusals("CASE") > refused);
    }

    private static Caller.Answer withCookie(String cookie, String path) {
        Caller guest = Caller.guest();
        return guest.send(guest.request(path).setHeader("Cookie", "__Host-durumi=" + cookie));
    }

    private static long refusals(String group) throws SQLException {
        return Long.parseLong(Intake.value(
                "select count(*) from access_entry where outcome = 'REFUSED' and actor_role = 'NONE' and action = 'OPEN'"
                        + " and ? = any (field_groups)",
                group));
    }

    private void assertRefused(String sql) {
        assertThrows(SQLException.class, () -> as(stack.asApplication(), sql), sql);
    }

    private static void as(Connection role, String... statements) throws SQLException {
        try (role;
                Statement statement = role.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
