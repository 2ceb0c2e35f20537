package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.durumi.kernel.Texts;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.durumi.web.cases.IntakeStep;
import org.junit.jupiter.api.Test;

/** A caseworker on the way opens a case on a phone, one question after the other, and goes on elsewhere. */
class IntakePageIT {
    private static final int NARROW = 360;
    private static final int HIGH = 740;
    private static final int MOST_INPUTS = 40;
    private static final int MOST_STEPS = 8;
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    /** Every field that is filled in, every box, circle, link or button that is pressed. */
    private int inputs;

    private int steps;

    @Test
    void one_person_is_recorded_on_a_phone_in_a_few_steps_and_resumed_in_another_browser() throws SQLException {
        String number;
        try (Browser browser = Browser.open();
                Visit phone = phone(browser)) {
            Page page = phone.page();
            phone.open("/cases");
            page.locator("main a[href='/cases/intake']").first().click();
            inputs++;
            send(phone, IntakeStep.NAME);
            assertThat(page.locator("h1")).hasText(KOREAN.text(IntakeStep.KIND));
            number = page.locator("main .small").first().textContent().replaceAll(".*(C-\\d{4}-\\w{6}).*", "$1");
            choose(page, "kind", "INDIVIDUAL");
            send(phone, IntakeStep.KIND);
            choose(page, "person1.ageBand", "AGE_20_29");
            choose(page, "person1.sex", "FEMALE");
            send(phone, IntakeStep.PEOPLE);
            assertThat(page.locator("h1")).hasText(KOREAN.text(IntakeStep.FIRST));
        }
        assertEquals("0", Intake.value("select count(*) from case_file where number = ?", number));

        try (Browser another = Browser.open();
                Visit phone = phone(another)) {
            Page page = phone.page();
            phone.open("/cases");
            phone.assertAccessible();
            phone.screenshot("intake-mine");
            page.locator(".drafts li:has-text('" + number + "') a.button")
                    .first()
                    .click();
            inputs++;
            assertThat(page.locator("h1")).hasText(KOREAN.text(IntakeStep.FIRST));
            page.locator(".heading .above a").click();
            inputs++;
            assertThat(page.locator("main .rows")).containsText(KOREAN.text("intake.state.done"));
            phone.assertAccessible();
            phone.screenshot("intake-steps");
            page.locator("main .rows a[href$='/first']").click();
            inputs++;
            write(page, "happened", "2026-11");
            choose(page, "place.country", "CN");
            choose(page, "certainty", "PROBABLE");
            send(phone, IntakeStep.FIRST);
            choose(page, "route", "LAND_VIA_CHINA");
            write(page, "label", "쿤밍 한 사람");
            send(phone, IntakeStep.WAY);
            assertThat(page.locator("main .summary").first()).isVisible();
            send(phone, IntakeStep.CHECK);
            assertThat(page.locator(".notice")).hasText(KOREAN.text("notice.case.opened"));
            assertTrue(page.url().contains("/cases/" + number), "the case has the number of its draft");
            assertThat(page.locator("main")).containsText("쿤밍 한 사람");
            phone.assertNoComplaints();
        }
        assertEquals(
                "1 0",
                Intake.value(
                        "select (select count(*) from case_file where number = ?), (select count(*) from draft where number = ?)",
                        number,
                        number));
        assertTrue(inputs <= MOST_INPUTS, inputs + " inputs");
        assertTrue(steps <= MOST_STEPS, steps + " steps");
    }

    private static Visit phone(Browser browser) {
        return browser.guest(new NewContextOptions().setViewportSize(NARROW, HIGH))
                .signIn("yun")
                .speak(Locale.KOREAN);
    }

    private void choose(Page page, String field, String value) {
        new Pen(page).choose(field, value);
        inputs++;
    }

    private void write(Page page, String field, String value) {
        new Pen(page).write(field, value);
        inputs++;
    }

    private void send(Visit visit, IntakeStep step) {
        Page page = visit.page();
        assertThat(page.locator("h1")).hasText(KOREAN.text(step));
        assertEquals(
                0,
                ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue(),
                step + " is wider than the phone");
        visit.assertAccessible();
        visit.screenshot("intake-" + step.word());
        new Pen(page).send();
        inputs++;
        steps++;
    }
}
