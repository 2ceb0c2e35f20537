package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** Two supervisors erase a case in their browsers. */
class ErasurePageIT {
    private static final String WHY = "The family asked us in writing to forget them.";

    @Test
    void one_supervisor_asks_and_another_erases_the_case() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        String address = "/cases/" + number;
        assertEquals(404, haneul.get(address + "/erasure").status());

        try (Browser browser = Browser.open();
                Visit seo = browser.signedIn("seo").speak(Locale.KOREAN);
                Visit bae = browser.signedIn("bae").speak(Locale.ENGLISH)) {
            seo.open(address);
            seo.page().click(".case-tools .menu:last-child summary");
            seo.page().click("a[href='" + address + "/erasure']");
            seo.page().click("main form .button");
            seo.page().waitForSelector(".errors a[href='#reason']");
            seo.screenshot("erasure-ask-ko");
            seo.assertAccessible();
            seo.page().fill("#reason", WHY);
            seo.page().click("main form .button");
            seo.page().waitForSelector(".notice");
            seo.open(address + "/erasure");
            seo.screenshot("erasure-mine-ko");
            assertFalse(seo.page().content().contains("/erasure/approval"), "who asked is not offered to approve");

            bae.open("/review");
            bae.screenshot("erasure-review-en");
            bae.page().click("#erasures a[href^='" + address + "/erasure']");
            assertTrue(bae.page().content().contains(WHY));
            bae.page().fill("#number", "C-2026-000000");
            bae.page().click("form[action$='/approval'] .danger");
            bae.page().waitForSelector(".errors a[href='#number']");
            bae.screenshot("erasure-approve-en");
            bae.assertAccessible();
            bae.speak(Locale.KOREAN);
            bae.open(address + "/erasure");
            bae.screenshot("erasure-approve-ko");
            bae.page().fill("#number", number);
            bae.page().click("form[action$='/approval'] .danger");
            bae.page().waitForSelector(".notice");
            bae.screenshot("erasure-approved-ko");
            assertThat(bae.page().locator(".consequence.danger")).hasCount(1);
            seo.open(address + "/erasure");
            seo.screenshot("erasure-pause-ko");
            seo.assertAccessible();
            seo.open("/review");
            assertThat(seo.page().locator("a.tile[href='#erasures'] strong")).isVisible();
            seo.screenshot("erasure-review-ko");
            bae.speak(Locale.ENGLISH);
            bae.open(address);
            bae.screenshot("erasure-banner-en");
            bae.assertNoComplaints();
            seo.assertNoComplaints();
        }

        assertEquals(200, haneul.get(address).status(), "the pause is not over");
        ErasedCases.theirPauseIsOver(number);
        assertEquals("CARRIED_OUT", stateAfterTheNextMinute(number), "the application has carried it out");
        for (String account : new String[] {"haneul", "seo", "bae"}) {
            Caller each = Caller.signedIn(account);
            for (String path : new String[] {"", "/erasure", "/summary.pdf", "/closure"}) {
                assertEquals(404, each.get(address + path).status(), account + path);
            }
        }
        Caller oh = Caller.signedIn("ohjin");
        assertTrue(oh.get("/access-log?case=" + number).text().contains(number), "its number stays in the log");
    }

    private static String stateAfterTheNextMinute(String number) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        String state = "APPROVED";
        while (state.equals("APPROVED") && System.nanoTime() < end) {
            state = Intake.value(
                    "select e.state from pg_sleep(0.5), erasure e join case_file f on f.id = e.case_id where f.number = ?",
                    number);
        }
        return state;
    }
}
