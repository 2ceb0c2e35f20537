package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** A list that is found, filtered, sorted and come back to; what its cases are called stays within its pages. */
class CaseListPageIT {
    private static final int PHONE = 390;

    private final Caller haneul = Caller.signedIn("haneul");

    @Test
    void a_number_as_people_type_it_leads_to_its_case() {
        String number = Intake.opensCase(haneul);
        String end = number.substring(7).toLowerCase(Locale.ROOT);

        for (String typed : new String[] {
            number,
            number.toLowerCase(Locale.ROOT),
            end,
            " " + end.substring(0, 3) + " " + end.substring(3),
            number.substring(2).replace("-", " ")
        }) {
            Caller.Answer answer = haneul.post("/cases", "number", typed);

            assertEquals(303, answer.status(), typed);
            assertTrue(answer.header("Location").endsWith("/cases/" + number), typed);
        }
    }

    @Test
    void the_number_of_anothers_case_and_that_of_none_look_the_same() {
        String others = Intake.opensCase(Caller.signedIn("yun"));

        Caller.Answer forbidden = haneul.post("/cases", "number", others);
        Caller.Answer unknown = haneul.post("/cases", "number", "C-2026-000000");

        assertEquals(422, forbidden.status());
        assertTrue(forbidden.text().contains("href=\"#number\""), "at the field");
        assertEquals(comparable(unknown, "C-2026-000000"), comparable(forbidden, others));
    }

    @Test
    void an_end_of_several_numbers_filters_the_list() {
        String number = Intake.opensCase(haneul);
        String last = number.substring(number.length() - 1);
        while (haneul.post("/cases", "number", last).header("Location").endsWith("/cases/" + number)) {
            Intake.opensCase(haneul);
        }

        Caller.Answer answer = haneul.post("/cases", "number", last.toLowerCase(Locale.ROOT));

        assertEquals(303, answer.status());
        assertTrue(answer.header("Location").endsWith("/cases?number=" + last));
        Set<String> listed = Walk.links(haneul.get("/cases?number=" + last))
                .filter(each -> each.matches("/cases/C-[0-9A-Z-]+"))
                .collect(Collectors.toSet());
        assertTrue(listed.contains("/cases/" + number));
        // Whoever has an alert open is named above the list, whatever its filter.
        assertTrue(rows(haneul.get("/cases?number=" + last)) >= 2);
    }

    @Test
    void the_demo_is_told_to_its_end() {
        Caller.Answer withdrawn = Caller.signedIn("seo").get("/cases?stage=WITHDRAWN");

        assertTrue(rows(withdrawn) >= 3, "the invented cases are told last");
    }

    private static long rows(Caller.Answer list) {
        return list.text().split("<th scope=\"row\">", -1).length - 1L;
    }

    @Test
    void what_says_nothing_is_taken_out_of_the_address_and_the_pages_of_a_case_lead_back_to_the_list() {
        String number = Intake.opensCase(haneul);

        Caller.Answer sent = haneul.get("/cases?level=&stage=CONTACT&country=CN&kind=&closed=&sort=NUMBER");

        assertEquals(303, sent.status());
        String clean = "/cases?stage=CONTACT&country=CN&sort=NUMBER";
        assertTrue(sent.header("Location").endsWith(clean));
        assertEquals(200, haneul.get(clean).status());
        assertTrue(Walk.links(haneul.get("/cases/" + number + "/timeline")).anyMatch(clean::equals));
        haneul.get("/cases");
        assertFalse(Walk.links(haneul.get("/cases/" + number)).anyMatch(each -> each.startsWith("/cases?")));
    }

    @Test
    void a_supervisor_filters_by_caseworker_and_a_caseworker_sees_nobody_elses_so() {
        Caller yun = Caller.signedIn("yun");
        String number = Intake.opensCase(yun);
        Caller seo = Caller.signedIn("seo");
        String subject = Form.on(seo.get("/cases")).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field ->
                        field.name().equals("caseworker") && !field.value().isEmpty())
                .map(Form.Field::value)
                .filter(each ->
                        seo.get("/cases?sort=CHANGED&caseworker=" + each).text().contains(number))
                .findFirst()
                .orElseThrow();

        assertFalse(haneul.get("/cases").text().contains("name=\"caseworker\""));
        assertFalse(
                haneul.get("/cases?sort=CHANGED&caseworker=" + subject).text().contains(number));
    }

    @Test
    void what_a_case_is_called_stands_in_the_list_and_in_its_head_and_in_no_title_or_address() {
        String number = Intake.opensCase(haneul);
        String label = "자매 " + number.substring(7);
        String[] described = {
            "version",
            "0",
            "label",
            label,
            "kind",
            "PAIR",
            "route",
            "LAND_VIA_CHINA",
            "destination",
            "",
            "priority",
            "NORMAL"
        };
        assertEquals(
                303,
                haneul.post("/cases/" + number + "/about/change", described).status());

        for (String page : new String[] {"/cases?sort=CHANGED", "/cases/" + number, "/cases/" + number + "/timeline"}) {
            Caller.Answer answer = haneul.get(page);
            assertTrue(answer.text().contains(label), page);
            assertFalse(
                    answer.text()
                            .replaceAll("(?s).*<title>(.*)</title>.*", "$1")
                            .contains("자매"),
                    page);
            assertTrue(Walk.links(answer).noneMatch(each -> each.contains("자매") || each.contains("%EC")), page);
        }
        assertFalse(Caller.signedIn("yun").get("/cases").text().contains(label));
    }

    @Test
    void a_label_is_not_longer_than_it_may_be() {
        String number = Intake.opensCase(haneul);

        Caller.Answer answer = haneul.post(
                "/cases/" + number + "/about/change",
                "version",
                "0",
                "label",
                "자".repeat(41),
                "kind",
                "PAIR",
                "route",
                "LAND_VIA_CHINA",
                "destination",
                "",
                "priority",
                "NORMAL");

        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("자".repeat(41)));
    }

    @Test
    void the_list_is_sorted_and_read_on_a_phone() {
        try (Browser browser = Browser.open();
                Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            seo.open("/cases?sort=NUMBER");
            seo.assertAccessible();
            seo.screenshot("list");
            assertThat(seo.page().locator("th[aria-sort='ascending']")).hasText("Case number");
            seo.page().setViewportSize(PHONE, 844);
            seo.page()
                    .getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Page.GetByRoleOptions()
                                    .setName("People")
                                    .setExact(true))
                    .click();
            seo.page().waitForLoadState(LoadState.DOMCONTENTLOADED);

            assertThat(seo.page().locator("th[aria-sort='descending']")).hasText("People");
            assertEquals(
                    PHONE,
                    ((Number) seo.page().evaluate("() => document.documentElement.scrollWidth")).intValue(),
                    "nothing is wider than the phone");
            seo.assertAccessible();
            seo.screenshot("list-phone");
            seo.assertNoComplaints();
        }
    }

    /** A page without what differs in every answer, and without what was typed. */
    private static String comparable(Caller.Answer answer, String typed) {
        return answer.text()
                .replaceAll("(?s)^.*?<main", "<main")
                .replace(typed, "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }
}
