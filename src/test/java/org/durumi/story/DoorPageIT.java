package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.demo.launcher.DemoRealm;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever may not see a case is told that it does not exist, at every address of it, and every try stands in the log. */
class DoorPageIT {
    private static final String RANDOM = "C-2026-000000";
    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";

    private static Caller haneul;
    private static Caller yun;
    private static Caller seo;
    private static String others;

    @BeforeAll
    static void sign_in() {
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
    void every_address_of_a_case_is_closed_to_whoever_does_not_work_on_it() throws SQLException {
        Map<String, String> real = realAddressOf(others);
        assertTrue(Route.ofCases().size() > 20, "the addresses were found");
        assertEquals(200, haneul.get("/cases/" + others).status());

        for (String account : List.of("yun", "oh", "admin")) {
            Caller caller = account.equals("yun") ? yun : Caller.signedIn(account);
            assertAll(Route.ofCases().stream().map(route -> () -> {
                Caller.Answer answer = ask(caller, route, real);
                assertEquals(404, answer.status(), account + " at " + route);
                assertRefused(answer, account + " at " + route);
            }));
        }
    }

    @Test
    void a_forged_address_of_ones_own_case_is_no_page() throws SQLException {
        Map<String, String> number = Map.of("number", others);
        assertAll(Route.ofCases().stream()
                .filter(route -> !route.changes() && route.path().matches(".*\\{\\w+}.*\\{\\w+}.*"))
                .filter(route -> !route.path().contains("{number}/waivers"))
                .map(route -> () ->
                        assertEquals(404, ask(haneul, route, number).status(), "a random identifier at " + route)));
    }

    @Test
    void rooms_of_other_roles_do_not_exist() throws SQLException {
        Caller oh = Caller.signedIn("oh");
        Caller admin = Caller.signedIn("admin");
        Map<Caller, List<String>> closed = Map.of(
                haneul, List.of("/access-log", "/review", "/norm-prices/new", "/sessions"),
                seo, List.of("/access-log", "/cases/new", "/norm-prices/new", "/brokers/new", "/sessions"),
                oh,
                        List.of(
                                "/cases",
                                "/cases/new",
                                "/review",
                                "/brokers",
                                "/norm-prices",
                                "/norm-prices/new",
                                "/sessions"),
                admin, List.of("/cases", "/cases/new", "/review", "/brokers", "/access-log"));

        closed.forEach((caller, paths) ->
                paths.forEach(path -> assertEquals(404, caller.get(path).status(), path)));
        assertEquals(200, oh.get("/access-log").status());
        assertEquals(200, admin.get("/norm-prices").status());
        assertEquals(200, seo.get("/review").status());
    }

    @Test
    void a_caseworker_at_the_access_log_is_refused_and_recorded() throws SQLException {
        Caller.Answer answer = haneul.get("/access-log");

        assertEquals(404, answer.status());
        assertRefused(answer, "the access log");
    }

    @Test
    void a_page_leads_nobody_to_the_sign_in_and_anything_else_is_refused() {
        Map<String, String> number = Map.of("number", others);
        Caller nobody = Caller.guest();
        String signIn = Stack.running().issuer();

        for (Route route : Route.all()) {
            String address = route.address(number);
            if (List.of("/", "/language").contains(address)) {
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

    private static Caller.Answer ask(Caller caller, Route route, Map<String, String> values) {
        String address = route.address(values);
        return route.changes() ? caller.post(address) : caller.follow(caller.get(address));
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
        return answer.textWithoutIds().replaceAll("(?s).*<main", "<main");
    }

    private static void assertRefused(Caller.Answer answer, String where) throws SQLException {
        List<String> entries = Intake.rows(
                "select distinct outcome from access_entry where request_id = ?", UUID.fromString(answer.requestId()));
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

    /** The parameters of addresses with identifiers that exist in a case, as far as it has them. */
    private static Map<String, String> realAddressOf(String number) throws SQLException {
        Map<String, String> real = new HashMap<>();
        real.put("number", number);
        real.put(
                "participant",
                Intake.value(
                        "select p.id from participant p join case_file c on c.id = p.case_id"
                                + " where c.number = ? and p.label = 'A'",
                        number));
        real.put(
                "entry",
                Intake.value(
                        "select p.standing_entry from participant p join case_file c on c.id = p.case_id"
                                + " where c.number = ? and p.label = 'A'",
                        number));
        return real;
    }
}
