package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** What leaves the screen for paper says what it is, who made it and when, and leads back to the access log. */
class PaperPageIT {
    private static final Pattern FILE = Pattern.compile("inline; filename=\"summary-([0-9a-f-]{36})\\.pdf\"");

    private final Caller haneul = Caller.signedIn("haneul");

    @Test
    void every_sheet_of_a_printed_page_says_whose_it_is_and_only_what_it_is_about() throws IOException {
        String number = Intake.opensCase(haneul);
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("haneul")) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                for (String path : List.of("/cases", "/cases/" + number, "/cases/" + number + "/timeline")) {
                    visit.open(path);
                    visit.speak(language);
                    Page page = visit.page();
                    String title =
                            path.equals("/cases") ? page.textContent("h1").strip() : number;
                    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                    for (String useless : List.of(".top", ".case-nav", ".case-tools", "button", "input", "select")) {
                        assertThat(page.locator(useless + ":visible")).hasCount(0);
                    }
                    assertEquals(
                            List.of(),
                            page.evaluate("() => [...document.querySelectorAll('.badge')].map(getComputedStyle)"
                                    + ".filter(s => s.color !== 'rgb(0, 0, 0)' || s.borderTopStyle === 'none')"
                                    + ".map(s => s.color)"));
                    byte[] paper = page.pdf(new Page.PdfOptions()
                            .setPreferCSSPageSize(true)
                            .setPath(Path.of("target/screenshots/paper" + path.replaceAll("\\W|" + number, "-")
                                    + language + ".pdf")));
                    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                    assertThat(page.locator(".sheet")).isHidden();
                    try (PDDocument sheets = Loader.loadPDF(paper)) {
                        for (int i = 1; i <= sheets.getNumberOfPages(); i++) {
                            String sheet = text(sheets, i);
                            assertTrue(sheet.contains(title), sheet);
                            assertTrue(sheet.contains("haneul · 20"), sheet);
                            assertTrue(
                                    sheet.contains(language == Locale.KOREAN ? "대외비" : "Confidential – internal"),
                                    sheet);
                        }
                    }
                }
            }
            visit.assertNoComplaints();
        }
    }

    @Test
    void the_number_at_the_foot_of_a_summary_leads_an_auditor_to_its_entry() throws IOException {
        String number = Intake.opensCase(haneul);
        Caller.Answer pdf = haneul.get("/cases/" + number + "/summary.pdf");
        Matcher file = FILE.matcher(pdf.header("Content-Disposition"));
        assertTrue(file.matches(), pdf.header("Content-Disposition"));
        String export = file.group(1);
        try (PDDocument summary = Loader.loadPDF(pdf.response().body())) {
            for (int i = 1; i <= summary.getNumberOfPages(); i++) {
                assertTrue(text(summary, i).contains(export), "on page " + i);
            }
        }

        Caller auditor = Caller.signedIn("ohjin");
        Caller.Answer found = auditor.get("/access-log?request=" + export);

        assertEquals(200, found.status());
        var lines = found.document().select(".log tbody tr");
        assertEquals(1, lines.size(), found::text);
        assertTrue(lines.text().contains(number) && lines.text().contains("haneul"), lines::text);
        assertEquals(
                422,
                auditor.get("/access-log?request=" + export.substring(0, 8)).status());
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(document);
    }
}
