package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** Somebody of the demo was not heard of last evening: their caseworker finds them above the list, and says with one tap that they are well. */
class CheckInPageIT {
    @Test
    void who_is_overdue_stands_above_the_list_until_one_tap() {
        try (Browser browser = Browser.open();
                Visit haneul = browser.signedIn("haneul").speak(Locale.KOREAN)) {
            Page page = haneul.page();
            haneul.open("/cases");
            page.waitForSelector("section.strip[aria-labelledby=overdue-title]");
            haneul.screenshot("check-ins-list-ko");
            haneul.assertAccessible();
            int before =
                    page.locator("section[aria-labelledby=overdue-title] li").count();
            page.click("section[aria-labelledby=overdue-title] li a");
            haneul.screenshot("check-ins-person-ko");
            haneul.assertAccessible();
            String person = page.url().replaceAll("^https?://[^/]*", "");

            for (String act : new String[] {"plan", "heard", "pause", "end", "words"}) {
                page.click("main a[href*='/check-ins/" + act + "']");
                haneul.screenshot("check-ins-" + act + "-ko");
                haneul.assertAccessible();
                haneul.open(person);
            }
            haneul.speak(Locale.ENGLISH);
            haneul.open(person);
            haneul.screenshot("check-ins-person-en");
            assertEquals(1, page.locator("main strong.late").count());
            page.click("form[action$='/check-ins/ok'] button");
            page.waitForSelector(".notice");
            assertEquals(0, page.locator("main strong.late").count());
            haneul.open("/cases?sort=CONTACT");
            haneul.screenshot("check-ins-list-en");
            assertTrue(page.locator("section[aria-labelledby=overdue-title] li").count() < before);
            haneul.assertNoComplaints();
        }
    }
}
