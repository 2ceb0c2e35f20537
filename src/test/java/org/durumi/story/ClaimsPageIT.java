package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two press reports about officials in Beijing: who says what, who denies it, and what of it is printed. */
class ClaimsPageIT {
    private static final String CONTACT = "일본 대사관에 연락";
    private static final String DENIAL = "베이징 대사관에 접촉해 온 일은 없다";
    private static final String SECRETARY = "Chief Cabinet Secretary, Japan";
    private static final String OF_THE_INSIDER = "지도자 일가의 건강";

    private final Caller yun = Caller.signedIn("yun");
    private final String address = "/cases/" + beijing();

    /** The case of the first official. */
    private String beijing() {
        return IntStream.iterate(1, page -> page + 1)
                .mapToObj(page -> yun.get("/cases?page=" + page)
                        .document()
                        .select("tr:contains(베이징 첫 번째 관리) th a")
                        .first())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void a_reader_sees_at_once_that_it_is_contradicted_and_by_whom() {
        try (Browser browser = Browser.open();
                Visit reader = browser.signedIn("yun")) {
            reader.open(address + "/claims");
            Locator matter = matter(reader.page());
            assertThat(matter.locator(".claim-said").first()).isVisible();
            assertThat(matter.locator(".badge.danger")).isVisible();
            assertThat(matter.locator(".who-says")).containsText(SECRETARY);
            assertThat(matter.locator(".who-says")).containsText("S-1");
            assertThat(matter.getByText(DENIAL)).isHidden();

            matter.locator("summary").click();

            assertThat(matter.getByText(DENIAL)).isVisible();
            reader.screenshot("beijing-both-sides");
            reader.assertAccessible();
            for (String page : new String[] {"/people/A", "/people/C", "/timeline?kind=stage&person=B"}) {
                reader.open(address + page);
                assertThat(reader.page().locator(".claimed")).isVisible();
                reader.assertAccessible();
            }
            reader.screenshot("beijing-entries");
            reader.assertNoComplaints();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void the_claims_can_be_read_on_a_desk_and_on_a_phone_in_both_languages(int width) {
        try (Browser browser = Browser.open();
                Visit reader = browser.guest(new NewContextOptions().setViewportSize(width, 900))) {
            reader.signIn("yun");
            for (Locale language : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
                reader.open(address + "/claims");
                reader.speak(language);
                for (String page : new String[] {"/claims", "/claims/new", "/claims/report", "/timeline?kind=claim"}) {
                    assertEquals(200, reader.open(address + page).status(), page);
                    Number wider =
                            (Number) reader.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
                    assertEquals(0, wider.intValue(), page + " is wider than the window");
                    reader.assertAccessible();
                    reader.screenshot("beijing" + page.split("\\?")[0].replace('/', '-') + "-" + width + "-"
                            + language.getLanguage());
                }
            }
            reader.assertNoComplaints();
        }
    }

    @Test
    void a_headline_and_its_link_lead_to_the_form_of_a_claim_and_are_known_the_next_time() {
        String number = Intake.opensCase(yun);
        String link = "https://example.org/" + number;
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("yun")) {
            String first = source(visit, number, link);
            visit.page().locator("#statement").fill("두 사람이 떠났다");
            visit.page().locator("#topic").selectOption("DEPARTURE");
            visit.page().locator("input[name=modality][value=SUSPECTED]").check();
            visit.page().locator("#credibility").selectOption("DOUBTFUL");
            visit.page().locator("main form .actions button").first().click();
            visit.page().waitForURL(url -> url.contains("/claims#entry-"));
            assertThat(visit.page().locator(".claim")).containsText("두 사람이 떠났다");

            assertEquals(first, source(visit, number, link + "#comments"));
        }
    }

    /** Pastes a headline and a link; the source that the form of the claim then holds. */
    private static String source(Visit visit, String number, String link) {
        visit.open("/cases/" + number + "/claims/report?back=/cases/" + number + "/claims");
        visit.page().locator("#headline").fill("두 고위 관리 이탈");
        visit.page().locator("#link").fill(link);
        visit.page().locator("main form .actions button").first().click();
        visit.page().waitForURL(url -> url.contains("/claims/new?source="));
        return visit.page().locator("#source").inputValue();
    }

    @Test
    void nothing_of_a_protected_source_is_printed() throws IOException {
        assertTrue(yun.get(address + "/claims").text().contains(OF_THE_INSIDER));
        try (PDDocument document =
                Loader.loadPDF(yun.get(address + "/summary.pdf").response().body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            String together = text.replace(" ", "");
            assertTrue(together.contains(CONTACT.replace(" ", "")), text);
            assertTrue(together.contains(DENIAL.replace(" ", "")), text);
            assertTrue(together.contains("S-1"), text);
            assertFalse(together.contains(OF_THE_INSIDER.replace(" ", "")), text);
            assertFalse(together.contains("S-2"), text);
            assertFalse(together.contains("JoongAng"), text);
        }
    }

    private static Locator matter(Page page) {
        return page.locator(".matter.contested", new Page.LocatorOptions().setHasText(CONTACT));
    }
}
