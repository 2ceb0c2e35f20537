package org.durumi.web.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.stack.Browser;
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
    void a_caseworker_signs_in_through_keycloak_and_gets_only_our_cookies() {
        try (Visit haneul = browser.signedIn("haneul")) {
            assertTrue(haneul.page().url().startsWith(Stack.running().baseUrl() + "/"));
            assertTrue(haneul.context().cookies(Stack.running().baseUrl()).stream()
                    .anyMatch(cookie -> cookie.name.equals("__Host-durumi")));
            assertTrue(haneul.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("JSESSIONID")));
        }
    }
}
