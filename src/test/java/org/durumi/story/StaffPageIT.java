package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.durumi.staff.StaffTeams;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The administrator's desk: two administrators give a role, one takes it away. */
class StaffPageIT {
    private static final String SUBJECT = "00000000-0000-4000-8000-0000000000a";
    private static final String BAE = "/staff/" + SUBJECT + 4;
    private static final String ADMIN = "/staff/" + SUBJECT + 6;
    private static final String MOON = "/staff/" + SUBJECT + 7;
    private static final String[] SUPERVISOR = {"role", "SUPERVISOR"};

    /** Whoever lost their role here has it again, given by a console where nobody could confirm. */
    @AfterEach
    void everybody_works_again() throws Exception {
        for (String nth : List.of("4", "6", "7")) {
            Stack.running().keycloakAdmin().request("PUT", "/durumi/users/" + SUBJECT + nth, "{\"enabled\":true}");
        }
        hasAgain("7", "moon");
        hasAgain("6", "admin");
        assertTrue(has("4") && has("6") && has("7"));
    }

    private static void hasAgain(String nth, String administrator) throws Exception {
        if (!has(nth)) {
            StaffTeams.staff("role", administrator, "administrator");
            Caller.tries(administrator);
            StaffTeams.staff("role", administrator, "administrator");
        }
    }

    @Test
    void a_role_takes_two_administrators_and_its_end_one() throws SQLException {
        Caller bae = english("bae");
        Caller admin = english("admin");
        Caller moon = english("moon");
        assertEquals(200, bae.get("/review").status());
        assertTold(admin.post(BAE + "/role", SUPERVISOR), "This person has a role.");

        assertEquals(303, ends(moon, BAE).status());
        assertEquals(302, bae.get("/review").status(), "at once");
        assertTrue(state(admin, "bae").contains("No role"));
        assertFalse(isEnabled("4"), "at Keycloak too");

        assertEquals(303, admin.post(BAE + "/role", SUPERVISOR).status());
        assertTrue(state(admin, "bae").contains("Waits to be confirmed"));
        assertTrue(isEnabled("4"), "so that they can show who they are");
        assertTold(confirms(moon, BAE), "still to come to the sign-in");
        assertEquals(403, Caller.tries("bae").status(), "one alone gives nothing");
        assertTrue(admin.get("/staff").text().contains("Another administrator has to confirm it"));
        assertFalse(admin.get(BAE).text().contains(BAE + "/confirmation"));
        assertTold(confirms(admin, BAE), "cannot confirm it");

        assertTrue(moon.get(BAE).text().contains(BAE + "/confirmation"));
        assertTold(
                moon.post(BAE + "/confirmation", "grant", UUID.randomUUID().toString()),
                "Somebody else has changed this since you opened it.");
        String[] before = seen(moon, BAE);
        assertEquals(303, moon.post(BAE + "/confirmation", before).status());
        assertTrue(isEnabled("4"));
        assertEquals(200, english("bae").get("/review").status());
        assertTold(moon.post(BAE + "/confirmation", before), "Somebody else has changed this since you opened it.");
        assertEquals(
                List.of("CONFIGURATION DONE {ROLE}", "CONFIGURATION DONE {ROLE}"),
                Intake.rows(
                        "select action, outcome, field_groups from access_entry where actor = ? and action = 'CONFIGURATION'"
                                + " order by id desc limit 2",
                        SUBJECT + 7));
    }

    @Test
    void somebody_is_invited_and_works_once_another_administrator_has_confirmed_it() {
        Caller admin = english("admin");
        Caller moon = english("moon");
        String name = "jina-" + UUID.randomUUID().toString().substring(0, 6);
        assertTold(
                admin.post("/staff/invitation", "account", "Jina Kim", "role", "CASEWORKER"), "3 to 40 small letters");
        assertTold(
                admin.post("/staff/invitation", "account", "haneul", "role", "CASEWORKER"),
                "A colleague is called so already.");
        Caller.Answer made = admin.post("/staff/invitation", "account", name, "role", "CASEWORKER");
        assertEquals(200, made.status());
        assertEquals("no-store", made.header("Cache-Control"));
        String password = made.document().expectFirst("code").text();
        String person = made.document().expectFirst("a.button[href^=/staff/]").attr("href");
        assertFalse(admin.get(person).text().contains(password), "shown once");
        assertTold(
                admin.post("/staff/invitation", "account", name, "role", "CASEWORKER"),
                "A colleague is called so already.");
        assertTold(
                admin.post("/staff/invitation", "account", "service-account-durumi-desk", "role", "CASEWORKER"),
                "There is an account of this name already.");

        assertTold(confirms(moon, person), "still to come to the sign-in");
        assertFalse(moon.get(person).text().contains(person + "/confirmation"));

        try (Browser browser = Browser.open();
                Visit visit = browser.guest()) {
            Page page = visit.page();
            visit.open("/sign-in");
            page.fill("#username", name);
            page.fill("#password", password);
            page.click("#kc-login");
            page.fill("#password-new", "a river under small cranes");
            page.fill("#password-confirm", "a river under small cranes");
            page.click("input[type=submit]");
            page.waitForSelector(".failure h1");
            assertEquals(
                    403,
                    visit.page().evaluate("() => performance.getEntriesByType('navigation')[0].responseStatus"),
                    "it waits for another administrator");
            assertTrue(page.textContent("main")
                    .contains(person.substring("/staff/".length()).substring(0, 8)));
            assertTrue(moon.get(person).text().contains("Came to the sign-in"));
            assertEquals(303, confirms(moon, person).status());
            visit.open("/sign-in");
            page.fill("#username", name);
            page.fill("#password", "a river under small cranes");
            page.click("#kc-login");
            page.waitForURL(url -> url.endsWith("/cases"));
            assertEquals(303, admin.post(person + "/factors").status());
            assertTold(admin.post(ADMIN + "/factors"), "This is your own account.");
            visit.open("/cases");
            page.waitForSelector("#kc-login");
        }
        assertTrue(state(admin, name).contains("Waits to be confirmed"), "anybody who has the password could come in");
        assertEquals(303, ends(admin, person).status());
    }

    @Test
    void whose_second_proof_is_taken_away_waits_until_they_came_again_and_another_administrator_confirms_it()
            throws Exception {
        Caller bae = english("bae");
        Caller admin = english("admin");
        Caller moon = english("moon");
        letTheDeskIn(false);
        try {
            assertEquals(303, moon.post(BAE + "/factors").status());
            assertEquals(302, bae.get("/review").status(), "at once, whoever did not hear");
            assertTrue(state(admin, "bae").contains("Waits to be confirmed"));
            assertTrue(state(admin, "bae").contains("sign-in server: still to do"));
            assertEquals(403, Caller.tries("bae").status(), "with what they had before");
            assertTold(confirms(admin, BAE), "has still to take away their old second proof");
            assertFalse(admin.get(BAE).text().contains(BAE + "/confirmation"));
        } finally {
            letTheDeskIn(true);
        }
        tryAgain();
        eventually(StaffPageIT::everythingIsTold);
        assertTrue(isEnabled("4"), "they have to come to make another one");
        assertTold(confirms(admin, BAE), "still to come to the sign-in");
        assertEquals(403, Caller.tries("bae").status());
        String[] talkedAbout = seen(admin, BAE);
        assertTrue(admin.get(BAE).text().contains(BAE + "/confirmation"));

        assertEquals(303, moon.post(BAE + "/factors").status(), "once more, after admin opened the page");
        assertEquals(403, Caller.tries("bae").status(), "whoever that is");
        assertTold(
                admin.post(BAE + "/confirmation", talkedAbout), "Somebody else has changed this since you opened it.");
        assertTold(confirms(moon, BAE), "cannot confirm it");
        assertEquals(303, confirms(admin, BAE).status());
        assertEquals(200, english("bae").get("/review").status());

        List<String> history = admin.get(BAE).document().select("tbody tr").stream()
                .map(Element::text)
                .toList();
        assertTrue(history.get(0).matches("Supervisor moon, .* admin, .* –"), history.get(0));
        assertTrue(history.get(2).matches("Supervisor .* moon, .*"), "who took it: " + history.get(2));
        assertEquals(
                "true",
                Intake.value(
                        "select ('ACCOUNT' = any (field_groups))::text from access_entry where actor = ? and action = 'CONFIGURATION'"
                                + " order by id desc limit 1",
                        SUBJECT + 7));
        assertEquals(303, ends(admin, BAE).status());
        assertFalse(isEnabled("4"));
        assertTold(admin.post(BAE + "/factors"), "They have no role");
        assertEquals(303, admin.post(BAE + "/role", SUPERVISOR).status());
        assertEquals(303, admin.post(BAE + "/factors").status(), "who comes back and has lost it");
        assertTrue(isEnabled("4"));
        assertEquals(403, Caller.tries("bae").status());
        assertEquals(303, confirms(moon, BAE).status());
    }

    @Test
    void what_the_sign_in_server_did_not_hear_counts_here_and_is_told_when_it_is_back() throws Exception {
        Caller bae = english("bae");
        Caller admin = english("admin");
        Caller moon = english("moon");
        letTheDeskIn(false);
        try {
            Caller.Answer ended = ends(moon, BAE);
            assertEquals(303, ended.status());
            assertTrue(moon.get(ended.header("Location").replaceAll("^https?://[^/]*", ""))
                    .text()
                    .contains("did not hear of it"));
            assertEquals(302, bae.get("/review").status(), "here at once");
            assertTrue(isEnabled("4"), "not there");
            assertTrue(state(admin, "bae").contains("sign-in server: still to do"));
            assertTold(
                    moon.post("/staff/invitation", "account", "never-made", "role", "CASEWORKER"),
                    "does not answer or refuses");
        } finally {
            letTheDeskIn(true);
        }
        tryAgain();
        eventually(() -> !isEnabled("4"));
        eventually(StaffPageIT::everythingIsTold);
        assertFalse(state(admin, "bae").contains("still to do"));

        superuser("insert into account_due (user_id, since) values ('" + SUBJECT + "4', now())");
        eventually(StaffPageIT::everythingIsTold);
        assertFalse(isEnabled("4"), "a row that somebody slipped in opens no account");

        assertEquals(303, admin.post(BAE + "/role", SUPERVISOR).status());
        assertEquals(403, Caller.tries("bae").status());
        assertEquals(303, confirms(moon, BAE).status());
        assertTrue(isEnabled("4"));
        StaffTeams.atTheConsole("take", "bae");
        eventually(() -> !isEnabled("4"));
        assertEquals(303, admin.post(BAE + "/role", SUPERVISOR).status());
        assertEquals(403, Caller.tries("bae").status());
        assertEquals(303, confirms(moon, BAE).status());
        assertTrue(isEnabled("4"));
    }

    @Test
    void nobody_but_an_administrator_touches_an_account() throws SQLException {
        for (String account : List.of("haneul", "seo", "ohjin")) {
            Caller caller = english(account);
            assertEquals(404, caller.get("/staff/invitation").status(), account);
            assertEquals(
                    404,
                    caller.post("/staff/invitation", "account", "never-made", "role", "CASEWORKER")
                            .status(),
                    account);
            assertEquals(404, caller.post(BAE + "/factors").status(), account);
        }
        assertEquals("0", Intake.value("select count(*) from staff_member where handle = 'never-made'"));
    }

    @Test
    void nobody_gives_or_takes_from_themselves_and_one_administrator_stays() throws Exception {
        Caller admin = english("admin");
        Caller moon = english("moon");
        assertTold(admin.post(ADMIN + "/role", "role", "CASEWORKER"), "Nobody gives themselves a role");

        assertFalse(admin.get(ADMIN).text().contains(ADMIN + "/end"));
        String own = Intake.value("select id from role_grant where user_id = ? and until is null", SUBJECT + 6);
        assertTold(
                admin.post(ADMIN + "/end", "grant", own, "stood", "true"),
                "Nobody takes away their own role as an administrator.");
        for (String[] seen : List.of(
                new String[] {"grant", own, "stood", "false"},
                new String[] {"grant", UUID.randomUUID().toString(), "stood", "true"})) {
            assertTold(moon.post(ADMIN + "/end", seen), "Somebody else has changed this since you opened it.");
        }

        assertEquals(303, ends(moon, ADMIN).status());
        assertEquals(302, admin.get("/staff").status());
        assertEquals(200, moon.get("/staff").status());
        assertTold(
                moon.post(
                        MOON + "/confirmation",
                        "grant",
                        Intake.value("select id from role_grant where user_id = ? and until is null", SUBJECT + 7)),
                "Somebody else has changed this since you opened it.");
    }

    @Test
    void two_administrators_who_take_each_others_role_away_at_once_leave_one() throws Exception {
        Caller admin = english("admin");
        Caller moon = english("moon");
        String[] ofMoon = seen(admin, MOON);
        String[] ofAdmin = seen(moon, ADMIN);
        CountDownLatch both = new CountDownLatch(2);
        List<Integer> ends;
        // A thread for each: they wait for each other.
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            ends = Stream.of(
                            CompletableFuture.supplyAsync(
                                    () -> together(both, () -> admin.post(MOON + "/end", ofMoon)), threads),
                            CompletableFuture.supplyAsync(
                                    () -> together(both, () -> moon.post(ADMIN + "/end", ofAdmin)), threads))
                    .toList()
                    .stream()
                    .map(each -> each.join().status())
                    .toList();
        }
        assertEquals(1, ends.stream().filter(each -> each == 303).count(), ends::toString);
        assertTrue(has("6") != has("7"));
    }

    private static Caller.Answer together(CountDownLatch both, Supplier<Caller.Answer> act) {
        both.countDown();
        try {
            assertTrue(both.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return act.get();
    }

    @Test
    void who_was_given_what_is_kept_and_read_by_auditors_too() throws Exception {
        Caller admin = english("admin");
        Caller moon = english("moon");
        String name = "bae " + UUID.randomUUID();
        assertEquals(303, ends(moon, BAE).status());
        assertEquals(303, admin.post(BAE + "/handle", "handle", name).status());
        assertEquals(303, admin.post(BAE + "/role", SUPERVISOR).status());
        assertEquals(403, Caller.tries("bae").status());

        String question = moon.get(BAE).document().text();
        assertTrue(question.contains(name + " (00000000…) is to work as Supervisor"), question);
        assertTrue(question.contains("by admin; before: bae"), question);
        assertTrue(moon.get("/staff").document().select(".strip").text().contains("00000000… Supervisor admin"));
        assertEquals(303, confirms(moon, BAE).status());
        assertEquals(303, admin.post(BAE + "/handle", "handle", "bae").status());

        for (Caller reader : List.of(admin, english("ohjin"))) {
            Document everybody = reader.get("/staff/roles").document();
            String newest = everybody.select("tbody tr").stream()
                    .map(Element::text)
                    .filter(each -> each.contains(SUBJECT + 4))
                    .findFirst()
                    .orElseThrow();
            assertTrue(newest.matches("bae 0.* Supervisor admin, .* moon, .* –"), newest);
            assertTrue(everybody.text().contains("by admin; before: " + name));
        }
        assertEquals(404, english("seo").get("/staff/roles").status());
        String mine = admin.get(BAE).document().select("tbody tr").get(1).text();
        assertTrue(mine.matches("Supervisor .* moon, .*"), "who took the first away: " + mine);
    }

    private static Caller.Answer ends(Caller who, String person) {
        return who.post(person + "/end", seen(who, person));
    }

    private static Caller.Answer confirms(Caller who, String person) {
        return who.post(person + "/confirmation", seen(who, person));
    }

    /** What stands in the form of the button. */
    private static String[] seen(Caller who, String person) {
        Element form = who.get(person).document().expectFirst("form[action$=/end]");
        return new String[] {
            "grant",
            form.expectFirst("[name=grant]").val(),
            "stood",
            form.expectFirst("[name=stood]").val()
        };
    }

    @Test
    void somebody_is_put_into_a_team_and_called_by_another_name() {
        Caller admin = english("admin");
        String team = "Evening team " + UUID.randomUUID();
        assertEquals(
                303,
                admin.post("/staff/teams/new", "once", UUID.randomUUID().toString(), "teamName", team)
                        .status());
        assertTold(
                admin.post("/staff/teams/new", "once", UUID.randomUUID().toString(), "teamName", team),
                "There is a team of this name already.");
        String id = admin.get(BAE + "/team").document().select("option").stream()
                .filter(each -> each.text().equals(team))
                .findFirst()
                .orElseThrow()
                .val();
        String north = "7d9c1d5e-0000-4000-8000-000000000001";

        assertEquals(303, admin.post(BAE + "/team", "team", id).status());
        assertTrue(state(admin, "bae").contains(team));
        assertEquals(303, admin.post(BAE + "/team", "team", north).status());
        assertEquals(
                404,
                admin.post(BAE + "/team", "team", UUID.randomUUID().toString()).status());

        for (String alike : List.of("seo", "Seo", "ｓｅｏ")) {
            assertTold(admin.post(BAE + "/handle", "handle", alike), "A colleague is called so already.");
        }
        assertEquals(
                303, admin.post(BAE + "/handle", "handle", "bae of the evening").status());
        assertTrue(state(admin, "bae of the evening").contains("May work"));
        assertEquals(303, admin.post(BAE + "/handle", "handle", "bae").status());
    }

    @Test
    void the_list_is_filtered_and_the_pages_are_read_in_both_languages() {
        Caller admin = english("admin");
        String auditors = admin.get("/staff?role=AUDITOR&state=ACTIVE").text();
        assertTrue(auditors.contains(">ohjin</a>") && !auditors.contains(">haneul</a>"));
        assertTrue(admin.get("/").header("Location").endsWith("/staff"), "their day begins here");
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("admin")) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                for (String page : List.of(
                        "/staff",
                        "/staff/roles",
                        BAE,
                        BAE + "/role",
                        BAE + "/team",
                        BAE + "/handle",
                        "/staff/teams/new",
                        "/staff/invitation")) {
                    visit.open(page);
                    visit.speak(language);
                    visit.assertAccessible();
                    visit.screenshot("staff" + page.replace("/staff", "").replaceAll("[^a-z]+", "-") + "-" + language);
                }
            }
            visit.assertNoComplaints();
        }
    }

    private static Caller english(String account) {
        Caller caller = Caller.signedIn(account);
        caller.post("/language", "language", "en", "back", "/");
        return caller;
    }

    private static void assertTold(Caller.Answer answer, String told) {
        assertEquals(422, answer.status());
        String errors = answer.document().select(".errors").text();
        assertTrue(errors.contains(told), errors);
    }

    private static String state(Caller admin, String handle) {
        return admin.get("/staff").document().select("tr").stream()
                .filter(row -> row.select("th").text().equals(handle))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Whether Keycloak knows the client of the desk: without it Keycloak answers the desk as if it were away. */
    private static void letTheDeskIn(boolean known) {
        String found = Stack.running()
                .keycloakAdmin()
                .request("GET", "/durumi/clients?clientId=durumi-desk", null)
                .body();
        String id = found.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Stack.running().keycloakAdmin().request("PUT", "/durumi/clients/" + id, "{\"enabled\":" + known + "}");
    }

    /** Without waiting for the minute that lies between two tries. */
    private static void tryAgain() throws SQLException {
        superuser("update account_due set tried_at = null");
    }

    private static void superuser(String change) throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(change);
        }
    }

    private static boolean everythingIsTold() throws SQLException {
        return Intake.value("select count(*) from account_due where user_id = ?", SUBJECT + 4)
                .equals("0");
    }

    /** The timer looks three times in a minute. */
    private static void eventually(Callable<Boolean> told) throws Exception {
        Instant last = Instant.now().plusSeconds(60);
        while (!told.call()) {
            assertTrue(Instant.now().isBefore(last), "the sign-in server was not told");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static boolean isEnabled(String nth) {
        return Stack.running()
                .keycloakAdmin()
                .request("GET", "/durumi/users/" + SUBJECT + nth, null)
                .body()
                .contains("\"enabled\":true");
    }

    private static boolean has(String nth) throws SQLException {
        return !Intake.rows(
                        "select g.id from role_grant g join role_confirmation c on c.id = g.id"
                                + " where g.user_id = ? and g.until is null",
                        SUBJECT + nth)
                .isEmpty();
    }
}
