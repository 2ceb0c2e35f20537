package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.identity.Role;
import org.durumi.launcher.DemoRealm;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may not see a case is told that it does not exist, at every address of it, and every try stands in the log. */
class DoorPageIT {
    private static final String RANDOM = "C-2026-000000";
    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";

    private static final Map<String, Role> ROLES = Map.of(
            "haneul", Role.CASEWORKER,
            "yun", Role.CASEWORKER,
            "seo", Role.SUPERVISOR,
            "ohjin", Role.AUDITOR,
            "admin", Role.ADMINISTRATOR);

    private static Caller haneul;
    private static Caller yun;
    private static Caller seo;
    private static String others;

    @BeforeEach
    void sign_in() {
        haneul = Caller.signedIn("haneul");
        yun = Caller.signedIn("yun");
        seo = Caller.signedIn("seo");
        others = Intake.opensCase(haneul);
    }

    @Test
    void anothers_case_a_random_one_and_ones_former_one_are_the_same_page() throws SQLException {
        String former = Intake.opensCase(yun);
        assertEquals(200, yun.get("/cases/" + former).status());
        assertEquals(200, seo.get("/cases/" + former).status());
        assertEquals(
                303,
                seo.post("/cases/" + former + "/assignment", "caseworker", HANEUL)
                        .status());
        assertEquals(303, unassign(former, YUN).status());

        List<Caller.Answer> answers = Stream.of(others, RANDOM, former)
                .map(number -> yun.get("/cases/" + number))
                .toList();

        for (Caller.Answer each : answers) {
            assertEquals(404, each.status());
            assertRefused(each, "one of three");
        }
        assertEquals(
                List.of(1L, 1L, 1L), answers.stream().map(DoorPageIT::numbers).toList());
        assertEquals(
                1,
                answers.stream().map(DoorPageIT::withoutNumber).distinct().count(),
                "the three pages differ in more than the number that was asked for");
        assertNotEquals(answers.get(0).requestId(), answers.get(1).requestId());
    }

    @Test
    void a_page_that_does_not_exist_looks_the_same_too() {
        assertEquals(content(yun.get("/nothing")), content(yun.get("/cases/" + others)));
    }

    @Test
    void every_role_finds_at_every_address_what_the_table_says_and_changes_nothing_elsewhere() throws SQLException {
        Scene scene = Scene.of("haneul");
        Map<String, Caller> callers = everybody();
        Map<String, String> before = Tables.state();
        for (Route route : addresses()) {
            String address = scene.address(route);
            callers.forEach((account, caller) -> {
                String where = account + " at " + route;
                if (RouteTable.OF_ONE_BUTTON.contains(route) && lets(route, account)) {
                    return;
                }
                if (lets(route, account)) {
                    Caller.Answer answer = ask(caller, route, address);
                    assertTrue(
                            List.of(200, 303, 406, 422).contains(answer.status()),
                            () -> answer.status() + ": " + where);
                } else {
                    assertClosed(caller, route, address, scene.body(route), where);
                }
            });
        }
        assertEquals(before, Tables.state());
    }

    @Test
    void what_belongs_to_another_case_an_erased_one_or_none_is_not_found() throws SQLException {
        Scene own = Scene.of("haneul");
        Scene other = Scene.of("yun");
        Map<String, Caller> callers = everybody();
        callers.keySet().retainAll(List.of("haneul", "seo"));
        String erased = erasedCase(haneul, seo);
        Map<String, String> before = Tables.state();
        for (Route route : Route.ofCases()) {
            List<String> forged = new ArrayList<>();
            // A word of a fixed choice names nothing of a case.
            if (route.path().matches(".*}.*\\{\\w+}.*")) {
                forged.add(other.address(route).replace(other.number(), own.number()));
                forged.add(route.address(Map.of("number", own.number())));
            }
            callers.forEach((account, caller) -> {
                String where = account + " at " + route;
                for (String number : List.of(RANDOM, erased)) {
                    String address = own.address(route).replace(own.number(), number);
                    assertClosed(caller, route, address, own.body(route), where + " of " + number);
                }
                forged.forEach(address -> {
                    int status = ask(caller, route, address, own.body(route)).status();
                    // What stands against a departure or a quote of nobody? The page says: nothing.
                    assertTrue(status == 404 || route.path().contains("/waivers/") && status != 303, where);
                });
            });
        }
        assertEquals(before, Tables.state());
    }

    @Test
    void a_page_leads_nobody_to_the_sign_in_and_anything_else_is_refused() {
        Map<String, String> number = Map.of("number", others);
        Caller nobody = Caller.guest();
        String signIn = Stack.running().issuer();

        for (Route route : Route.all()) {
            String address = route.address(number);
            if (RouteTable.isPublic(route)) {
                continue;
            }
            if (!route.changes()) {
                Caller.Answer navigation = nobody.get(address);
                assertEquals(302, navigation.status(), address);
                assertTrue(navigation.header("Location").startsWith(signIn), address);
            }
            Caller.Answer other = nobody.send(nobody.request(address)
                    .setHeader("Sec-Fetch-Mode", "cors")
                    .setHeader("Sec-Fetch-Dest", "empty")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .method(route.method(), BodyPublishers.noBody()));
            assertEquals(401, other.status(), route.toString());
        }
    }

    @Test
    void the_page_that_is_not_there_is_one_that_people_can_read() {
        try (Browser browser = Browser.open();
                Visit admin = browser.signedIn("admin")) {
            assertEquals(404, admin.open("/cases/" + others).status());
            admin.assertAccessible();
            admin.assertNoComplaints();
            admin.screenshot("not-found");
            assertFalse(admin.page().content().contains(DemoRealm.PASSWORD));
        }
    }

    /** A case of theirs that is no more. */
    private static String erasedCase(Caller caseworker, Caller supervisor) throws SQLException {
        String number = Intake.opensCase(caseworker);
        String erasure = "/cases/" + number + "/erasure";
        assertEquals(
                303,
                supervisor
                        .post(erasure, "once", UUID.randomUUID().toString(), "reason", "They asked us to forget them.")
                        .status());
        assertEquals(
                303,
                Caller.signedIn("bae")
                        .post(erasure + "/approval", "number", number)
                        .status());
        ErasedCases.erased(number);
        return number;
    }

    /** Everywhere, but for what the sign-in answers itself, and files. */
    private static List<Route> addresses() {
        return RouteTable.routes().stream()
                .filter(route -> !RouteTable.OF_THE_SIGN_IN.contains(route))
                .filter(route ->
                        !List.of("/assets/*", "/error", "/kept-forms/{id}").contains(route.path()))
                .toList();
    }

    private static Map<String, Caller> everybody() {
        haneul = Caller.signedIn("haneul");
        yun = Caller.signedIn("yun");
        seo = Caller.signedIn("seo");
        Map<String, Caller> callers = new HashMap<>();
        callers.put("haneul", haneul);
        callers.put("yun", yun);
        callers.put("seo", seo);
        callers.put("ohjin", Caller.signedIn("ohjin"));
        callers.put("admin", Caller.signedIn("admin"));
        // That somebody has seen the news is their own, and is noted the first time only.
        callers.values().forEach(each -> each.post("/what-is-new"));
        return callers;
    }

    /** Of the two caseworkers only one works on the case. */
    private static boolean lets(Route route, String account) {
        return RouteTable.lets(route, ROLES.get(account))
                && !((route.isOfCase() || route.path().contains("{draft}")) && account.equals("yun"));
    }

    /** There is no such page, also for a form that is right, and the log says who tried. */
    private static void assertClosed(Caller caller, Route route, String address, String[] body, String where) {
        Caller.Answer answer = ask(caller, route, address, body);
        assertEquals(404, answer.status(), where);
        assertRefused(answer, where);
    }

    private static Caller.Answer ask(Caller caller, Route route, String address, String... body) {
        return route.changes() ? caller.post(address, body) : caller.follow(caller.get(address));
    }

    /** The page carries the number that was asked for only where the language switch leads back to it. */
    private static long numbers(Caller.Answer answer) {
        return answer.text().lines().filter(line -> line.contains("/cases/C-")).count();
    }

    private static String withoutNumber(Caller.Answer answer) {
        return answer.textWithoutIds().replaceAll("C-[0-9]{4}-[0-9A-Z]{6}", "N");
    }

    /** What the page says, without its header, where the language switch leads back to the address. */
    private static String content(Caller.Answer answer) {
        return answer.textWithoutIds().replaceAll("(?s).*<main|</main>.*", "");
    }

    private static void assertRefused(Caller.Answer answer, String where) {
        List<String> entries;
        try {
            entries = Intake.rows(
                    "select distinct outcome from access_entry where request_id = ?",
                    UUID.fromString(answer.requestId()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        assertTrue(entries.contains("REFUSED"), () -> "no refusal in the log but " + entries + ": " + where);
    }

    private static Caller.Answer unassign(String number, String caseworker) throws SQLException {
        String assignment = Intake.value(
                "select a.id from assignment a join case_file c on c.id = a.case_id where c.number = ?"
                        + " and a.user_id = ?",
                number,
                caseworker);
        return seo.post("/cases/" + number + "/assignment?end=" + assignment);
    }
}
