package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.durumi.circumstances.GroupKind;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** A family of nine crossed the sea: nobody is named, and two brothers are said to have led them. */
class BoatPageIT {
    private static final int HIGH = 900;
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int MOST_INPUTS = 40;
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    /** Every field that is filled in, every box, circle or link that is pressed. */
    private int inputs;

    @Test
    void nine_unnamed_people_are_recorded_in_under_forty_inputs_and_seen_on_one_screen() {
        try (Browser browser = Browser.open();
                Visit haneul = browser.guest(new NewContextOptions().setViewportSize(WIDE, HIGH))
                        .signIn("haneul")
                        .speak(Locale.KOREAN)) {
            Page page = haneul.page();
            haneul.open("/cases/new?kind=FAMILY");
            inputs++;
            choose(page, "route", "SEA_WEST");
            choose(page, "destination", "KR");
            for (String person : List.of("person1.", "person2.")) {
                choose(page, person + "role", "ORGANISER");
                choose(page, person + "ageBand", "UNKNOWN");
                choose(page, person + "sex", "MALE");
            }
            write(page, "more", "7");
            choose(page, "stage", "REPORTED");
            write(page, "happened", "2023-05");
            choose(page, "place.country", "KP");
            choose(page, "certainty", "PROBABLE");
            send(page, "notice.case.opened");
            String overview = page.url().replaceAll("[#?].*", "");

            follow(page, "groups/new");
            everybody(page);
            choose(page, "kind", "EXTENDED_FAMILY");
            write(page, "statedSize", "9");
            send(page, "notice.group.recorded");

            follow(page, "legs/new");
            everybody(page);
            choose(page, "state", "DONE");
            choose(page, "from.country", "KP");
            choose(page, "to.country", "KR");
            choose(page, "means", "BOAT");
            write(page, "vessel", "목선");
            choose(page, "border", "MARITIME_WEST");
            write(page, "left", "2023-05");
            send(page, "notice.leg.recorded");

            page.navigate(overview);
            page.locator(".people-do a").click();
            inputs++;
            choose(page, "stage", "ARRIVAL");
            page.locator("main form button").first().click();
            inputs++;
            write(page, "happened", "2023-05");
            choose(page, "place.country", "KR");
            choose(page, "certainty", "PROBABLE");
            send(page, "notice.stage.recorded");

            assertTrue(inputs < MOST_INPUTS, inputs + " inputs");
            page.navigate(overview);
            Locator table = page.locator(".people-table");
            assertEquals(9, table.locator("tbody tr").count());
            assertTrue(table.boundingBox().y + table.boundingBox().height < HIGH, "nobody is below the fold");
            assertThat(table.locator(".stage").first()).hasText(KOREAN.text(Stage.ARRIVAL));
            haneul.assertAccessible();
            haneul.screenshot("boat-overview");
            for (int width : new int[] {WIDE, NARROW}) {
                page.setViewportSize(width, HIGH);
                for (String tab : List.of("/people", "/people/A", "/route", "/timeline")) {
                    page.navigate(overview + tab);
                    assertEquals(
                            0,
                            ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                                    .intValue(),
                            tab + " is wider than the window");
                    haneul.assertAccessible();
                    haneul.screenshot("boat" + tab.replace('/', '-') + "-" + width);
                }
            }
            page.navigate(overview + "/people");
            assertThat(page.locator("main"))
                    .containsText(KOREAN.text("circumstances.group.size", GroupKind.EXTENDED_FAMILY, 9));
            haneul.assertNoComplaints();
        }
    }

    private void choose(Page page, String field, String value) {
        new Pen(page).choose(field, value);
        inputs++;
    }

    private void write(Page page, String field, String value) {
        new Pen(page).write(field, value);
        inputs++;
    }

    private void send(Page page, String notice) {
        new Pen(page).sendAndRead(KOREAN, notice);
        inputs++;
    }

    private void everybody(Page page) {
        page.getByText(KOREAN.text("form.everybody")).click();
        inputs++;
        assertThat(page.locator("input[name='participant[]']:checked")).hasCount(9);
    }

    /** Opens a form from the menu of what can be recorded. */
    private void follow(Page page, String form) {
        page.navigate(page.locator("a[href$='/" + form + "'], a[href*='/" + form + "?']")
                .first()
                .getAttribute("href")
                .replaceAll("^(?=/)", page.url().replaceAll("(https?://[^/]+).*", "$1")));
        inputs += 2;
    }
}
