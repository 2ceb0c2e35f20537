package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.durumi.files.Leaks;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file from the form to the list, the page and the download, without a browser's help. */
class FilesPageIT {
    private static final int MIB = 1024 * 1024;
    private static final byte[] TEXT = "여기서 만났다\n".getBytes(StandardCharsets.UTF_8);

    private final Caller haneul = Caller.signedIn("haneul");
    private final Caller seo = Caller.signedIn("seo");
    private String list;

    @BeforeEach
    void a_case_of_haneul() {
        for (Caller reader : List.of(haneul, seo)) {
            reader.post("/language", "language", "en", "back", "/");
        }
        list = "/cases/" + Intake.opensCase(haneul) + "/files";
    }

    @Test
    void a_file_is_stored_shown_and_given_out_under_a_name_that_says_nothing() {
        String address = list + "/" + attaches("the house <b>", TEXT);

        Caller.Answer shown = haneul.get(list);
        assertTrue(shown.text().contains("the house &lt;b&gt;"));
        assertTrue(shown.document().select(".rows li").text().contains("1 KB"));
        assertEquals(200, seo.get(address).status());
        Caller.Answer content = haneul.get(address + "/content");
        assertArrayEquals(TEXT, content.response().body());
        assertEquals("text/plain;charset=UTF-8", content.header("Content-Type"));
        assertTrue(content.header("Content-Disposition").matches("attachment; filename=\"file-[0-9a-f]{8}\\.txt\""));
        assertEquals("nosniff", content.header("X-Content-Type-Options"));
        assertEquals("no-store", content.header("Cache-Control"));
        assertTrue(content.header("Content-Security-Policy").contains("default-src 'none'"));
    }

    @Test
    void what_is_typed_stays_when_the_file_is_refused() {
        for (byte[] refused : List.of(
                "<svg/>".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[20 * MIB + 1], new byte[30 * MIB])) {
            Caller.Answer again = upload("a photo of the house", refused);
            assertEquals(422, again.status(), "" + refused.length);
            assertEquals(
                    "a photo of the house",
                    again.document().select("input[name=title]").val());
            assertFalse(again.document().select("#file-error").isEmpty(), "" + refused.length);
        }
        assertEquals(422, haneul.post(list + "/new", fields("a photo", "7")).status(), "no file at all");
        assertEquals(413, upload("a photo", new byte[90 * MIB]).status(), "not even read");
        assertTrue(haneul.get(list).document().select(".rows li").isEmpty());
    }

    @Test
    void a_form_that_is_sent_twice_stores_one_file() {
        String[] sent = fields("twice", "00000000-0000-4000-8000-000000000001");
        Caller.Answer first = haneul.upload(list + "/new", "a", TEXT, sent);
        Caller.Answer second = haneul.upload(list + "/new", "b", TEXT, sent);

        assertEquals(303, first.status());
        assertEquals(first.header("Location"), second.header("Location"));
        byte[] other = Arrays.copyOf(TEXT, TEXT.length - 1);
        assertFalse(haneul.upload(list + "/new", "a", other, sent)
                .header("Location")
                .equals(first.header("Location")));
        assertEquals(2, haneul.get(list).document().select(".rows li").size());
    }

    @Test
    void a_file_goes_to_its_own_address_only_and_with_the_secret_of_the_session() {
        assertEquals(415, haneul.upload("/brokers/new", "a", TEXT, "x", "y").status());
        assertEquals(415, haneul.upload("/language", "a", TEXT, "x", "y").status());
        assertEquals(
                403, haneul.again().upload(list + "/new?token=x", "a", TEXT).status());
        assertEquals(
                400,
                haneul.upload(list + "/new", "a", TEXT, "title", "a", "title", "b")
                        .status());
        assertEquals(
                404, seo.upload(list + "/new", "a", TEXT, fields("no", "7")).status());
    }

    @Test
    void what_is_taken_back_is_left_to_supervisors() {
        String id = attaches("wrong", TEXT);
        assertEquals(
                422, haneul.post(list + "/" + id + "/taken-back", "reason", "").status());
        assertEquals(
                303,
                haneul.post(list + "/" + id + "/taken-back", "reason", "of another case")
                        .status());

        assertTrue(haneul.get(list).text().contains("of another case"));
        assertEquals(404, haneul.get(list + "/" + id).status());
        assertEquals(404, haneul.get(list + "/" + id + "/content").status());
        assertEquals(200, seo.get(list + "/" + id).status());
    }

    @Test
    void one_person_sends_one_file_at_a_time() {
        // More than what lies between the two programs: halfway, the server has begun to read.
        byte[] large = new byte[20 * MIB];
        Arrays.fill(large, (byte) 'a');
        List<Integer> meanwhile = new ArrayList<>();
        Caller.Answer stored = haneul.upload(
                () -> {
                    meanwhile.add(upload("a second", TEXT).status());
                    meanwhile.add(seo.upload(list + "/new", "a", TEXT, fields("no", "7"))
                            .status());
                },
                list + "/new",
                "a",
                large,
                fields("a first", UUID.randomUUID().toString()));

        assertEquals(303, stored.status());
        assertEquals(List.of(503, 404), meanwhile, "somebody else is not kept waiting");
        assertEquals(1, haneul.get(list).document().select(".rows li").size());
    }

    @Test
    void what_is_typed_beside_a_file_has_the_bounds_of_a_form() {
        assertEquals(413, upload("x".repeat(70_000), TEXT).status());
        assertTrue(haneul.get(list).document().select(".rows li").isEmpty());
    }

    /** The server's own reader of such forms would lay the file into a directory. */
    @Test
    void no_directory_holds_anything_of_it_while_it_comes_or_afterwards() {
        String canary = "canary-" + UUID.randomUUID();
        byte[] content = (canary + "\n").repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Instant before = Instant.now();
        List<Path> found = new ArrayList<>();

        Caller.Answer stored = haneul.upload(
                () -> found.addAll(Leaks.since(before, canary)),
                list + "/new",
                canary,
                content,
                fields("with a canary", UUID.randomUUID().toString()));

        assertEquals(303, stored.status());
        found.addAll(Leaks.since(before, canary));
        assertEquals(List.of(), found);
    }

    /** The form works without a script, on a telephone, in both languages; what was typed in one goes along into the other. */
    @Test
    void a_photo_is_sent_from_a_telephone_without_a_script() {
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Locale other = language == Locale.KOREAN ? Locale.ENGLISH : Locale.KOREAN;
            try (Browser browser = Browser.open();
                    Visit visit = browser.guest(new NewContextOptions()
                                    .setJavaScriptEnabled(false)
                                    .setViewportSize(390, 844))
                            .signIn("haneul")
                            .speak(other)) {
                Page page = visit.page();
                visit.open(list + "/new");
                page.fill("[name=title]", "강가의 집 " + language);
                visit.speak(language);
                page.setInputFiles("[name=file]", photo());
                page.click("main form.form .actions > button");
                page.waitForSelector(".notice");
                page.click("text=강가의 집 " + language);
                page.waitForSelector("img.preview");
                assertEquals(1200, page.locator("img.preview").evaluate("each => each.naturalWidth"));
            }
        }
    }

    @Test
    void the_files_of_kunming_are_looked_at() throws SQLException {
        try (Browser browser = Browser.open()) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                for (int width : new int[] {1280, 390}) {
                    try (Visit visit = browser.guest(new NewContextOptions().setViewportSize(width, 844))
                            .signIn("haneul")
                            .speak(language)) {
                        looks(visit, language.getLanguage() + "-" + width);
                    }
                }
            }
        }
    }

    private static void looks(Visit visit, String name) throws SQLException {
        Page page = visit.page();
        // The first that were attached are those of the demo.
        String files = "/cases/"
                + Intake.value("select f.number from attachment a join case_file f on f.id = a.case_id"
                        + " order by a.recorded_at limit 1")
                + "/files";
        visit.open(files);
        visit.screenshot("files-list-" + name);
        visit.assertAccessible();
        page.click(".rows a[href*='/files/'] >> nth=0");
        page.waitForSelector("img.preview");
        visit.screenshot("files-pdf-" + name);
        visit.assertAccessible();
        visit.open(files + "/new");
        page.fill("[name=title]", "x");
        page.click("main form.form .actions > button");
        page.waitForSelector("#file-error");
        visit.screenshot("files-new-" + name);
        visit.assertAccessible();
        visit.open(files);
        page.click(".rows a[href*='taken-back'] >> nth=0");
        visit.screenshot("files-strike-" + name);
        visit.assertAccessible();
        visit.complaints();
    }

    private static FilePayload photo() {
        return new FilePayload("../secret name.jpg", "text/html", Pictures.jpeg(1600, 900));
    }

    private String attaches(String title, byte[] content) {
        Caller.Answer stored = upload(title, content);
        assertEquals(303, stored.status());
        return stored.header("Location").replaceAll(".*#entry-", "");
    }

    private Caller.Answer upload(String title, byte[] content) {
        return haneul.upload(
                list + "/new",
                "../<script>\u202E.jpg",
                content,
                fields(title, UUID.randomUUID().toString()));
    }

    private static String[] fields(String title, String once) {
        return new String[] {"title", title, "dated.qualifier", "EXACT", "once", once};
    }
}
