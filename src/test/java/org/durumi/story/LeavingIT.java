package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.durumi.stack.Caller;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On no page and in no form counts who was taken out of a case; what is recorded of them can be read. */
class LeavingIT {
    private static final String WHY = "She is the same as in another case.";

    private Caller haneul;
    private Caller seo;
    private String number;
    private String second;

    @BeforeEach
    void three_people_are_in_a_case() throws SQLException {
        haneul = Caller.signedIn("haneul");
        seo = Caller.signedIn("seo");
        List<String> family = new ArrayList<>(List.of(Intake.pair(UUID.randomUUID(), Intake.today())));
        family.set(family.indexOf("people") + 1, "3");
        for (String each : List.of(
                "role", "COMPANION", "ageBand", "AGE_40_49", "sex", "MALE", "elite", "NO", "unaccompanied", "NO")) {
            family.add(each.matches("[a-z][A-Za-z]+") ? "person3." + each : each);
        }
        number = Intake.number(haneul.post("/cases/new?kind=FAMILY", family.toArray(String[]::new)));
        second = Intake.value(
                "select p.id from participant p join case_file c on c.id = p.case_id where c.number = ? and p.label = 'B'",
                number);
        assertEquals(
                303,
                haneul.post(
                                here("/attempts/new"),
                                "once",
                                UUID.randomUUID().toString(),
                                "participant[]",
                                second,
                                "happened",
                                "2019",
                                "outcome",
                                "TURNED_BACK",
                                "consequences",
                                "the river was too high")
                        .status());
    }

    @Test
    void pages_and_forms_count_no_more_who_was_taken_out_and_again_who_was_put_in() throws SQLException {
        assertEquals(3, page(haneul, "").select(".people-table tbody tr").size());

        assertEquals(303, decide("taken-out").status());

        Document overview = page(haneul, "");
        assertEquals(
                List.of("participant-A", "participant-C"),
                overview.select(".person-card").eachAttr("id"));
        assertEquals(
                List.of("B"),
                overview.select(".case-people a.left span[aria-hidden]").eachText());
        assertTrue(overview.text().contains(WHY));
        assertEquals(2, page(haneul, "/people").select(".people-table tbody tr").size());
        for (String form : List.of(
                "attempts",
                "devices",
                "vulnerabilities",
                "legs",
                "incidents",
                "detentions",
                "interventions",
                "postings",
                "backgrounds",
                "needs",
                "relationships",
                "relatives",
                "groups",
                "referrals",
                "consents",
                "claims",
                "quotes",
                "stages")) {
            Caller.Answer shown = haneul.get(here("/" + form + "/new"));
            assertEquals(200, shown.status(), form);
            assertFalse(shown.text().contains(second), form);
        }
        Document hers = page(haneul, "/people/B");
        assertEquals(1, hers.select(".person-card.left").size());
        assertTrue(hers.text().contains(WHY));
        assertTrue(hers.text().contains("the river was too high"), "what is recorded can be read");
        assertEquals(List.of(), hers.select(".person-card a[href*=/new]").eachAttr("href"));
        Document timeline = page(haneul, "/timeline");
        assertTrue(
                timeline.select(".event.left .event-whom").eachText().stream().allMatch(each -> each.contains("(B)")));
        assertFalse(timeline.select(".event.left").isEmpty());
        assertEquals("2", Intake.value("select people from case_file where number = ?", number));

        assertEquals(303, decide("put-back").status());

        assertEquals(3, page(haneul, "/people").select(".people-table tbody tr").size());
        assertTrue(haneul.get(here("/attempts/new")).text().contains(second));
        assertTrue(page(haneul, "/people/B").text().contains(WHY), "that she was out can still be read");
    }

    @Test
    void the_page_says_before_what_a_split_does_and_both_cases_after_that_name_each_other() {
        Document form = page(seo, "/split?participant%5B%5D=" + second);
        assertEquals(
                List.of(second),
                form.select("input[name=participant[]][checked]").eachAttr("value"));
        assertEquals(404, haneul.get(here("/split")).status());

        Caller.Answer split = seo.post(
                here("/split"),
                "once",
                UUID.randomUUID().toString(),
                "participant[]",
                second,
                "kind",
                "INDIVIDUAL",
                "route",
                "LAND_VIA_CHINA",
                "why",
                WHY);
        String other = Intake.number(split);

        assertTrue(haneul.get("/cases/" + other)
                        .document()
                        .select("a[href=/cases/" + number + "]")
                        .size()
                > 0);
        assertTrue(page(haneul, "").select("a[href=/cases/" + other + "]").size() > 0);
        Document timeline = haneul.get("/cases/" + other + "/timeline").document();
        assertTrue(timeline.text().contains("the river was too high"));
        assertEquals(422, decide("put-back").status(), "her risk is reckoned in the other case");

        assertEquals(
                303,
                seo.post(here("/assignment"), "caseworker", "00000000-0000-4000-8000-0000000000a2")
                        .status());
        Caller yun = Caller.signedIn("yun");
        for (String path : List.of("", "/people", "/people/B", "/timeline")) {
            Document seen = page(yun, path);
            assertTrue(seen.text().contains(WHY), path);
            assertFalse(
                    seen.html().contains(other), "of the other case, who may not read it learns no number: " + path);
        }
    }

    private Caller.Answer decide(String act) {
        return seo.post(
                here("/participants/" + second + "/" + act),
                "once",
                UUID.randomUUID().toString(),
                "why",
                WHY);
    }

    private Document page(Caller reader, String path) {
        return reader.get(here(path)).document();
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }
}
