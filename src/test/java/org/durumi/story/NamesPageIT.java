package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.durumi.people.NameKind;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name in the browser: given at intake, shown on asking only, corrected, searched for, and met again by another caseworker. */
class NamesPageIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZONE);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZONE);
    private static final String NAME = "옹새봄";
    private static final String LATIN = "Ong Sae Bom";
    private static final String ALIAS = "봄이네";
    private static final String ALIAS_MENDED = "봄이";
    private static final List<String> SECRETS = List.of(NAME, LATIN, ALIAS, ALIAS_MENDED);

    private Browser browser;
    private Visit haneul;
    private String number;

    @BeforeEach
    void the_caseworker_signs_in() {
        browser = Browser.open();
        haneul = browser.signedIn("haneul").speak(Locale.KOREAN);
    }

    @AfterEach
    void everybody_leaves() {
        browser.close();
    }

    @Test
    void a_name_is_shown_on_asking_only_and_tells_nobody_else_whose_case_it_is() throws Exception {
        intake();
        onlyOnAsking();
        anAlias();
        found();
        anotherCaseworkerMeetsTheSamePerson();
        theSupervisorReads();
        theAuditorSeesThatNamesWereShown();
    }

    @Test
    void two_people_of_one_form_who_may_be_one_are_asked_about_before_anything_is_stored() throws Exception {
        Map<Texts, List<String>> names =
                Map.of(KOREAN, List.of("류다온솔", "Yoo Da-on-sol"), ENGLISH, List.of("류바람결", "Yoo Ba-ram-gyeol"));
        for (Texts texts : names.keySet()) {
            List<String> spelled = names.get(texts);
            try (Visit yun = browser.signedIn("yun").speak(texts.language())) {
                String cases = Intake.value("select count(*) from case_file");
                yun.open("/cases/new?kind=PAIR");
                fillIn(yun, spelled.get(0), "1990");
                pen(yun).write("person2.latin", spelled.get(1))
                        .write("person2.birthYear", "1991")
                        .choose("person2.role", "COMPANION")
                        .choose("person2.ageBand", "AGE_30_39")
                        .choose("person2.sex", "FEMALE")
                        .choose("person2.elite", "NO")
                        .choose("person2.unaccompanied", "NO")
                        .send();
                assertThat(yun.page().locator("#person1\\.hangul-error"))
                        .containsText(texts.text("name.twice.beside", "B"));
                assertThat(yun.page().locator("#person2\\.latin-error"))
                        .containsText(texts.text("name.twice.beside", "A"));
                assertThat(yun.page().locator("[data-focus]")).containsText(texts.text("name.twice", "A, B"));
                assertEquals(
                        cases, Intake.value("select count(*) from case_file"), "nothing is stored before the answer");
                look(yun, "intake-twice");
                yun.page().setViewportSize(390, 844);
                look(yun, "intake-twice-narrow");
                pen(yun).sendAndRead(texts, "notice.case.opened");
            }
        }
    }

    private void intake() throws Exception {
        haneul.open("/cases/new?kind=INDIVIDUAL");
        fillIn(haneul, NAME, "1992");
        pen(haneul).write("person1.latin", LATIN);
        haneul.page().click("button[name=do][value=check]");
        assertThat(haneul.page().locator("form .notice")).hasText(KOREAN.text("name.new"));
        look(haneul, "intake-checked");
        pen(haneul).sendAndRead(KOREAN, "notice.case.opened");
        number = haneul.page().url().substring(haneul.page().url().lastIndexOf('/') + 1);
    }

    private void onlyOnAsking() throws Exception {
        Page page = haneul.page();
        assertTellsNoName(haneul);
        assertEquals("0", shown());
        page.click("a[href='/cases/" + number + "/names']");
        assertThat(page.locator("ul.names")).containsText(NAME);
        assertThat(page.locator("ul.names")).containsText(LATIN);
        assertEquals("1", shown(), "an entry of its own");
        assertFalse(page.title().contains(NAME));
        assertEquals("no-store", haneul.open("/cases/" + number + "/names").headerValue("cache-control"));
        look(haneul, "names");
    }

    private void anAlias() {
        Page page = haneul.page();
        page.click("a[href$='/names/new']");
        pen(haneul)
                .choose("kind", NameKind.ALIAS.name())
                .write("hangul", "Bomi")
                .write("birthYear", "92");
        pen(haneul).send();
        assertThat(page.locator("#hangul-error")).containsText(KOREAN.text("name.not-hangul"));
        assertThat(page.locator("#hangul")).hasValue("Bomi");
        look(haneul, "name-new-wrong");
        pen(haneul).write("hangul", ALIAS).write("birthYear", "");
        pen(haneul).sendAndRead(KOREAN, "notice.name.recorded");

        page.locator("ul.names li", new Page.LocatorOptions().setHasText(ALIAS))
                .locator("a")
                .click();
        look(haneul, "name-correction");
        pen(haneul).write("hangul", ALIAS_MENDED);
        pen(haneul).sendAndRead(KOREAN, "notice.name.corrected");
        page.click("details summary");
        Locator struck = page.locator("ul.names s");
        assertThat(struck).hasText(ALIAS);
        look(haneul, "names-struck");
    }

    private void found() {
        haneul.open("/cases");
        look(haneul, "list");
        haneul.page().click("main a[href='/search']");
        look(haneul, "search");
        pen(haneul).write("name", "Ong Saebom").send();
        assertThat(haneul.page().locator("tbody tr")).hasCount(2);
        assertThat(haneul.page().locator("tbody")).containsText(number);
        assertEquals("/search", URI.create(haneul.page().url()).getRawPath());
        assertEquals(null, URI.create(haneul.page().url()).getRawQuery());
        look(haneul, "search-found");
        pen(haneul).write("name", "Nobody Here").send();
        assertThat(haneul.page().locator("main")).containsText(KOREAN.text("search.none"));
    }

    private void anotherCaseworkerMeetsTheSamePerson() throws Exception {
        try (Visit yun = browser.signedIn("yun").speak(Locale.KOREAN)) {
            yun.open("/cases/new?kind=INDIVIDUAL");
            fillIn(yun, "", "1993");
            pen(yun).write("person1.latin", "ONG Sae-bom").send();
            assertThat(yun.page().locator("#person1\\.latin-error"))
                    .containsText(KOREAN.text("name.duplicate.elsewhere"));
            assertFalse(yun.page().content().contains(number));
            assertThat(yun.page().locator("[name='person1.latin']")).hasValue("ONG Sae-bom");
            look(yun, "intake-duplicate");
            yun.speak(Locale.ENGLISH);
            yun.open("/cases/new?kind=INDIVIDUAL");
            fillIn(yun, "", "1993");
            pen(yun).write("person1.latin", "ONG Sae-bom").send();
            assertThat(yun.page().locator("#person1\\.latin-error"))
                    .containsText(ENGLISH.text("name.duplicate.elsewhere"));
            look(yun, "intake-duplicate");
            pen(yun).sendAndRead(ENGLISH, "notice.case.opened");
            assertEquals(404, yun.open("/cases/" + number + "/names").status());
        }
    }

    private void theSupervisorReads() {
        try (Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            seo.open("/cases/" + number + "/names");
            assertThat(seo.page().locator("main")).containsText(NAME);
            assertThat(seo.page().locator("main a[href*='names/']")).hasCount(0);
            look(seo, "names");
            seo.open("/search");
            pen(seo).write("name", "새봄").send();
            assertTrue(seo.page().locator("tbody tr").count() >= 1);
            look(seo, "search-found");
        }
    }

    private void theAuditorSeesThatNamesWereShown() {
        try (Visit oh = browser.signedIn("ohjin").speak(Locale.KOREAN)) {
            for (Texts texts : List.of(KOREAN, ENGLISH)) {
                oh.speak(texts.language());
                oh.open("/access-log?case=" + number);
                assertThat(oh.page().locator("tbody")).containsText(texts.text(AccessGroup.NAME));
                assertTellsNoName(oh);
                look(oh, "access-log");
            }
        }
    }

    private static void fillIn(Visit visit, String hangul, String birthYear) {
        pen(visit)
                .choose("route", "LAND_VIA_CHINA")
                .write("person1.hangul", hangul)
                .write("person1.birthYear", birthYear)
                .choose("person1.role", "PRINCIPAL")
                .choose("person1.ageBand", "AGE_30_39")
                .choose("person1.sex", "FEMALE")
                .choose("person1.elite", "NO")
                .choose("person1.unaccompanied", "NO")
                .choose("stage", "CONTACT")
                .place("place", "Liaoning", "CN")
                .choose("certainty", "PROBABLE");
    }

    /** How often the names of the case were shown. */
    private String shown() throws Exception {
        return Intake.value(
                "select count(*) from access_entry where ? = any (case_refs) and action = 'OPEN'"
                        + " and field_groups @> array['NAME', 'PARTICIPANT']::varchar[]",
                number);
    }

    private static void assertTellsNoName(Visit visit) {
        String content = visit.page().content();
        SECRETS.forEach(each -> assertFalse(content.contains(each), each));
    }

    private static Pen pen(Visit visit) {
        return new Pen(visit.page());
    }

    private static void look(Visit visit, String name) {
        visit.screenshot("names-" + name + "-" + visit.page().locator("html").getAttribute("lang"));
        visit.assertNoComplaints();
        visit.assertAccessible();
    }
}
