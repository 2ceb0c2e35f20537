package org.durumi.story;

import static org.durumi.staff.StaffTeams.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on the pages of two teams whose cases are linked: of the other case nothing that its own people would recognise. */
class LinksPageIT {
    private static final String NORTH = "북방팀 North team";
    private static final String SOUTH = "Links team";
    private static final String LABEL = "the tall one with the scar";

    @BeforeEach
    void two_teams() throws Exception {
        if (Intake.rows("select name from team where name = ?", SOUTH).isEmpty()) {
            staff("team", SOUTH);
        }
        staff("put", "bae", SOUTH);
        staff("put", "yun", SOUTH);
    }

    @AfterEach
    void one_team() throws Exception {
        staff("put", "bae", NORTH);
        staff("put", "yun", NORTH);
    }

    @Test
    void neither_side_reads_anything_of_the_other_until_both_agree_that_two_people_are_one() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        Caller yun = Caller.signedIn("yun");
        Caller seo = Caller.signedIn("seo");
        Caller bae = Caller.signedIn("bae");
        haneul.post("/language", "language", "en", "back", "/");
        String north = Intake.opensCase(haneul);
        String south = Intake.opensCase(yun);
        label(haneul, north);
        label(yun, south);

        String asked = want(seo, north, south, "SAME_PERSON");
        assertEquals(
                notice(seo, asked),
                notice(seo, want(seo, north, "C-2026-000000", "SAME_EVENT")),
                "whether there is such a case, nobody learns");
        assertTrue(bae.get("/review").text().contains("/cases/" + south + "/links"));
        List<String> ofNorth = pages(north);
        List<String> ofSouth = pages(south);
        assertSays(seo, ofNorth, south);
        assertSays(haneul, ofNorth, south);
        assertSays(bae, ofSouth, north);
        assertSays(yun, ofSouth, north);

        String link = link(bae, south);
        ofSouth.add(link);
        assertSays(bae, ofSouth, north);
        String person = Form.on(bae.get(link)).stream()
                .flatMap(each -> each.fields().stream())
                .filter(each ->
                        each.name().equals("participant") && !each.value().isEmpty())
                .map(Form.Field::value)
                .findFirst()
                .orElseThrow();
        assertEquals(
                422,
                bae.post(link, "act", "AGREE", "participant", "", "why", "").status());
        assertEquals(
                303,
                bae.post(link, "act", "AGREE", "participant", person, "why", "").status());

        ofNorth.add(link.replace(south, north));
        assertSays(haneul, ofNorth, south);
        assertSays(yun, ofSouth, north);
        assertTrue(haneul.get("/cases/" + north).text().contains("Linked with one other case"));
        assertTrue(haneul.get("/cases/" + north + "/links").text().contains(SOUTH));
        assertEquals(303, haneul.get(link.replace(south, north) + "/comparison").status());

        Caller.Answer compared = seo.get(link.replace(south, north) + "/comparison");
        assertEquals(200, compared.status());
        assertTrue(compared.text().contains(south));
        assertEquals(0, compared.document().select(".pair .badge").size());
        assertEquals(
                303,
                seo.post(
                                "/cases/" + north + "/participants/"
                                        + Intake.value(
                                                "select l.asking_participant_id from case_link l join case_file f"
                                                        + " on f.id = l.asking_case_id where f.number = ? and l.state = 'STANDS'",
                                                north)
                                        + "/taken-out",
                                "once",
                                UUID.randomUUID().toString(),
                                "why",
                                "Entered twice by mistake.")
                        .status());
        Caller.Answer afterwards = bae.get(link + "/comparison");
        assertEquals(200, afterwards.status(), "who was taken out since is compared all the same");
        assertEquals(1, afterwards.document().select(".pair .badge").size(), "and said to be out");
        assertEquals(200, bae.get(link + "/names").status());
        assertEquals(200, seo.get("/cases/" + south).status());
        assertEquals(404, seo.get("/cases/" + south + "/summary.pdf").status());
        assertFalse(seo.get("/cases").text().contains(south));
        assertFalse(seo.get("/review").text().contains(south));
        assertTrue(bae.get("/cases/" + south + "/about").text().contains("seo"));
        String grant = Intake.value(
                "select g.id from case_grant g join case_file f on f.id = g.case_id where f.number = ?", south);
        assertEquals(
                303, bae.post("/cases/" + south + "/grants", "grant", grant).status());
        assertEquals(404, seo.get("/cases/" + south).status());
        for (String number : List.of(north, south)) {
            assertEquals(
                    List.of("1"),
                    Intake.rows(
                            "select count(*) from access_entry where ? = any (case_refs) and outcome = 'DONE'"
                                    + " and field_groups @> '{NAME}'",
                            number),
                    "names were shown of both cases, once, when somebody asked for them");
        }
    }

    @Test
    void a_case_closed_as_a_duplicate_says_of_which_and_can_be_opened_again() {
        Caller haneul = Caller.signedIn("haneul");
        String closing = Intake.opensCase(haneul);
        String staying = Intake.opensCase(haneul);
        want(Caller.signedIn("seo"), closing, staying, "DUPLICATE_OF");
        try (Browser browser = Browser.open();
                Visit seo = browser.signedIn("seo").speak(Locale.KOREAN)) {
            seo.open("/cases/" + closing + "/links");
            seo.screenshot("links-standing-ko");
            seo.page().click("#main .rows a.button, main .rows a.button");
            seo.page().click("a[href$='/merge']");
            seo.page().selectOption("select[name='who.A']", new SelectOption().setIndex(1));
            seo.page().selectOption("select[name='who.B']", new SelectOption().setIndex(2));
            seo.page().fill("#why", "같은 두 사람");
            seo.screenshot("links-merge-ko");
            seo.assertAccessible();
            seo.page().click("#form .danger");
            seo.page().waitForSelector(".notice");
            seo.screenshot("links-merged-ko");
            assertTrue(seo.page()
                    .locator(".case-state a[href='/cases/" + staying + "']")
                    .isVisible());
            seo.open("/cases/" + closing + "/links");
            seo.screenshot("links-merges-ko");
            seo.assertAccessible();
            seo.open("/cases/" + closing + "/merge");
            seo.screenshot("links-undo-ko");
            seo.page().click("form[action$='/merge'] .danger");
            seo.page().waitForSelector(".notice");
            seo.screenshot("links-undone-ko");
            seo.assertNoComplaints();
        }
        assertEquals(200, haneul.get("/cases/" + closing + "/attempts/new").status(), "it is open again");
    }

    private static List<String> pages(String number) {
        return new ArrayList<>(Stream.of("", "/timeline", "/links", "/about", "/people")
                .map(each -> "/cases/" + number + each)
                .toList());
    }

    private static void assertSays(Caller who, List<String> pages, String nothingOf) {
        for (String page : pages) {
            Caller.Answer answer = who.get(page);
            assertEquals(200, answer.status(), page);
            // The label of each case ends as its number does.
            assertFalse(answer.text().contains(nothingOf.substring(7)), page + " says the number or the label");
        }
    }

    private static void label(Caller who, String number) {
        String page = "/cases/" + number + "/about/change";
        Form form =
                Form.on(who.get(page)).stream().filter(Form::post).findFirst().orElseThrow();
        assertEquals(
                303,
                who.post(page, form.filled(Map.of(), field -> LABEL + number.substring(7)))
                        .status());
    }

    private static String want(Caller who, String number, String other, String kind) {
        String page = "/cases/" + number + "/links/new";
        String person = Form.on(who.get(page)).stream()
                .flatMap(each -> each.fields().stream())
                .filter(each ->
                        each.name().equals("participant") && !each.value().isEmpty())
                .map(Form.Field::value)
                .findFirst()
                .orElseThrow();
        Caller.Answer answer = who.post(
                page,
                "once",
                UUID.randomUUID().toString(),
                "number",
                other.toLowerCase(Locale.ROOT),
                "kind",
                kind,
                "participant",
                kind.equals("SAME_PERSON") ? person : "",
                "why",
                "Both were told so.");
        assertEquals(303, answer.status());
        return answer.header("Location").replaceAll("^https?://[^/]*", "");
    }

    /** What is said after it was sent. */
    private static String notice(Caller who, String address) {
        return String.join(
                " ", who.get(address.split("#")[0]).document().select(".notice").eachText());
    }

    private static String link(Caller who, String number) {
        return Walk.links(who.get("/cases/" + number + "/links"))
                .filter(each -> each.matches("/cases/" + number + "/links/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
    }
}
