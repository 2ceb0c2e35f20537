package org.durumi.story;

import static org.durumi.staff.StaffTeams.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case goes over to another team on the pages of both: offered, read without the case, taken over, and gone for who gave it away. */
class TransferPageIT {
    private static final String NORTH = "북방팀 North team";
    private static final String SOUTH = "Transfer team";
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";
    private static final String REASON = "They went on, and the other team has people where they are.";

    private Caller haneul;
    private Caller seo;
    private Caller bae;
    private Caller yun;
    private String number;

    @BeforeEach
    void two_teams() throws Exception {
        if (Intake.rows("select name from team where name = ?", SOUTH).isEmpty()) {
            staff("team", SOUTH);
        }
        staff("put", "bae", SOUTH);
        staff("put", "yun", SOUTH);
        haneul = Caller.signedIn("haneul");
        seo = Caller.signedIn("seo");
        bae = Caller.signedIn("bae");
        yun = Caller.signedIn("yun");
        number = Intake.opensCase(haneul);
    }

    @AfterEach
    void one_team() throws Exception {
        staff("put", "bae", NORTH);
        staff("put", "yun", NORTH);
    }

    @Test
    void it_is_offered_read_and_taken_over() throws Exception {
        assertTrue(seo.get(here("")).text().contains(here("/transfer")));
        assertFalse(haneul.get(here("")).text().contains(here("/transfer")));
        String offer = offered();
        assertTrue(seo.get("/review").text().contains(offer));
        assertTrue(seo.get(here("/transfer")).text().contains(offer));
        assertTrue(haneul.get(here("/timeline")).text().contains(REASON));
        assertTrue(haneul.get(here("")).text().contains("transfer-now-title"));

        assertTrue(bae.get("/review").text().contains(offer));
        Caller.Answer page = bae.get(offer);
        assertEquals(200, page.status());
        assertTrue(page.text().contains(number) && page.text().contains(REASON));
        assertEquals(404, bae.get(here("")).status());
        for (Caller each : List.of(haneul, yun, Caller.signedIn("ohjin"), Caller.signedIn("admin"))) {
            assertEquals(404, each.get(offer).status());
        }
        assertEquals(422, bae.post(offer, "end", "ACCEPTED", "word", "").status(), "nobody was named");
        assertEquals(
                303, bae.post(offer, "end", "ACCEPTED", "to[]", YUN, "word", "").status());

        assertEquals(200, yun.get(here("")).status());
        assertEquals(200, bae.get(here("")).status());
        assertTrue(yun.get(here("/timeline")).text().contains(REASON));
        for (Caller each : List.of(haneul, seo)) {
            assertEquals(404, each.get(here("")).status());
        }
        assertEquals(200, seo.get(offer).status());
        assertTrue(seo.get("/review").text().contains(offer));
        assertEquals(422, seo.post(offer + "/revocation").status());
    }

    @Test
    void everybody_reads_it_on_a_page_that_anybody_can_read() throws Exception {
        String offer = offered();
        try (Browser browser = Browser.open()) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                String suffix = "-" + language.getLanguage();
                try (Visit giver = browser.signedIn("seo").speak(language)) {
                    look(giver, offer, "transfer-offered" + suffix);
                    look(giver, here(""), "transfer-now" + suffix);
                    look(giver, here("/transfer"), "transfer-form-waiting" + suffix);
                    look(giver, "/review", "transfer-review-giver" + suffix);
                }
                try (Visit taker = browser.signedIn("bae").speak(language)) {
                    look(taker, offer, "transfer-answer" + suffix);
                    look(taker, "/review", "transfer-review-taker" + suffix);
                }
            }
            // The browser has taken their session.
            assertEquals(303, Caller.signedIn("seo").post(offer + "/revocation").status());
            try (Visit giver = browser.signedIn("seo").speak(Locale.KOREAN)) {
                look(giver, here("/transfer"), "transfer-form-ko");
                look(giver, here("/timeline"), "transfer-timeline-ko");
            }
        }
    }

    private static void look(Visit visit, String address, String name) {
        assertEquals(200, visit.open(address).status(), address);
        visit.assertAccessible();
        visit.assertNoComplaints();
        visit.screenshot(name);
    }

    private String offered() throws Exception {
        Caller.Answer answer = seo.post(
                here("/transfer"),
                "once",
                UUID.randomUUID().toString(),
                "team",
                Intake.value("select id::text from team where name = ?", SOUTH),
                "reason",
                REASON,
                "note",
                "The younger one sleeps late.");
        assertEquals(303, answer.status(), answer::text);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "").split("[?#]")[0];
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }
}
