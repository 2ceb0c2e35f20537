package org.durumi.web.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInPageIT {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void the_first_page_is_open_to_everybody_and_clean() {
        try (Visit guest = browser.guest()) {
            assertEquals(200, guest.open("/").status());
            guest.assertNoComplaints();
            guest.assertAccessible();
            guest.screenshot("landing");
        }
    }

    @Test
    void the_form_of_the_sign_in_looks_like_durumi_and_asks_nobody_else() {
        String keycloak = Stack.running().issuer().replaceFirst("/realms/.*", "");
        for (String language : List.of("ko", "en")) {
            try (Visit guest = browser.guest(new NewContextOptions().setLocale(language))) {
                List<String> asked = new ArrayList<>();
                guest.page().onRequest(request -> asked.add(request.url()));
                guest.open("/sign-in");
                assertEquals("no", guest.page().getAttribute("html", "translate"));
                assertEquals(language, guest.page().getAttribute("html", "lang"));
                assertEquals(
                        language.equals("ko") ? "두루미에 로그인" : "Sign in to Durumi",
                        guest.page().textContent("h1").strip());
                assertEquals(
                        List.of(),
                        asked.stream()
                                .filter(url -> !url.startsWith(keycloak + "/")
                                        && !url.startsWith(Stack.running().baseUrl() + "/"))
                                .toList());
                guest.assertAccessible();
                guest.screenshot("sign-in-" + language);
                guest.page().setViewportSize(390, 844);
                guest.screenshot("sign-in-narrow-" + language);
            }
        }
    }

    @Test
    void every_error_of_the_sign_in_leads_back() {
        String issuer = Stack.running().issuer();
        try (Visit guest = browser.guest()) {
            for (String address : List.of(
                    issuer + "/login-actions/authenticate?client_id=durumi&tab_id=gone",
                    issuer + "/login-actions/authenticate?tab_id=gone",
                    issuer + "/protocol/openid-connect/auth?client_id=nobody")) {
                guest.page().navigate(address);
                assertEquals(Stack.running().baseUrl() + "/", guest.page().getAttribute("#back", "href"), address);
                guest.assertAccessible();
            }
            guest.screenshot("sign-in-error");
            guest.page().click("#back");
            guest.page().waitForURL(url -> url.startsWith(Stack.running().baseUrl()));
        }
    }

    @Test
    void an_answer_that_comes_late_begins_anew_by_itself_and_once() {
        Caller late = Caller.guest();
        Caller.Answer anew = late.get("/sign-in/callback?state=long-gone&code=x");
        assertEquals(302, anew.status());
        assertTrue(anew.header("Location").startsWith(Stack.running().issuer()), anew.header("Location"));
        Caller.Answer told = late.get("/sign-in/callback?state=again.long-gone&code=x");
        assertEquals(400, told.status());
        assertTrue(told.text().contains("too late"), told.text());

        Caller signedIn = Caller.signedIn("yun");
        Caller.Answer home = signedIn.get("/sign-in/callback?state=long-gone&code=x");
        assertEquals(303, home.status());
        assertEquals(Stack.running().baseUrl() + "/", home.header("Location"));
    }

    @Test
    void whoever_signed_in_elsewhere_is_told_so_and_what_to_do() {
        Caller first = Caller.signedIn("yun");
        Caller.signedIn("yun");

        Caller.Answer told = first.get("/cases");
        assertEquals(401, told.status());
        assertEquals(
                "You signed in somewhere else",
                told.document().expectFirst("h1").text());
        assertTrue(told.text().contains("tell your administrator"), told.text());
        assertEquals(
                "/sign-in?to=%2Fcases", told.document().expectFirst("a.button").attr("href"));
        assertEquals(302, first.get("/cases").status(), "said once");
    }

    @Test
    void a_caseworker_signs_in_through_keycloak_and_gets_only_our_cookies() {
        try (Visit haneul = browser.signedIn("haneul")) {
            assertTrue(haneul.page().url().startsWith(Stack.running().baseUrl() + "/"));
            assertTrue(haneul.context().cookies(Stack.running().baseUrl()).stream()
                    .anyMatch(cookie -> cookie.name.equals("__Host-durumi")));
            assertTrue(haneul.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("JSESSIONID")));
        }
    }
}
