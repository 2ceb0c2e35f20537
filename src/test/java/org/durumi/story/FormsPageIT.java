package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is typed into any field of any form is stored and shown as it is, or refused at the field; it never acts. */
class FormsPageIT {
    private static final String IDEOGRAPH = "\uD842\uDFB7";
    private static final String TOO_LONG = "one more than the longest";
    private static final List<String> NO_ANSWERS = List.of(
            "\u0000",
            "' or 1=1--",
            "-1",
            "99999999999999999999",
            "4294967296",
            "0000-00",
            "1899-01-01",
            "9999-12-31",
            "2026-02-30",
            "\uFF11\uFF12",
            "NaN",
            "1e400",
            "XXX",
            "../".repeat(30) + "etc/passwd",
            "${7*7}");
    private static final List<String> ACCOUNTS = List.of("haneul", "seo", "admin", "ohjin");

    private static Scene scene;
    private static final Map<String, Walk> WALKS = new LinkedHashMap<>();

    @BeforeAll
    static void the_story_is_told() {
        scene = Scene.of("haneul");
        ACCOUNTS.forEach(account -> WALKS.put(account, Walk.of(Caller.signedIn(account), scene)));
    }

    @Test
    void no_field_was_left_out() {
        Set<String> known = scene.marks().stream()
                .map(each -> kind(each.route(), each.field()))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        forms().forEach((form, account) -> form.texts().stream()
                .map(field -> kind(route(form), field))
                .filter(each -> !known.contains(each))
                .forEach(missing::add));

        assertEquals(Set.of(), missing);
        assertTrue(scene.marks().size() > 30, () -> "only " + scene.marks().size() + " marks");
    }

    @Test
    void what_was_typed_is_shown_verbatim_and_never_acts() {
        Map<String, Set<Mark>> shown = new LinkedHashMap<>();
        try (Browser browser = Browser.open()) {
            for (String account : ACCOUNTS) {
                try (Visit visit = browser.signedIn(account)) {
                    shown.put(account, seen(visit, account));
                }
            }
        }

        Set<Mark> someWhere = shown.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                scene.marks().stream()
                        .filter(each -> !someWhere.contains(each) && isKept(each))
                        .toList(),
                "typed and then seen nowhere");
        assertEquals(
                Set.of(),
                shown.get("ohjin").stream()
                        .filter(each -> !Set.of("handle", "account").contains(each.field()))
                        .collect(Collectors.toSet()),
                "the auditor sees nothing of what was typed but by which name colleagues are known");
    }

    /** The fields of each further person, and those of a name in each script, are the same. */
    private static String kind(Route route, String field) {
        return route + " " + field.replaceAll("person\\d+", "person").replaceAll("(hangul|han|latin)$", "name");
    }

    /** What was typed and stands on a page as readable text; fails if a page does anything with it. */
    private static Set<Mark> seen(Visit visit, String account) {
        Set<Mark> seen = new java.util.LinkedHashSet<>();
        List<String> dialogs = new ArrayList<>();
        Page page = visit.page();
        page.onDialog(dialog -> {
            dialogs.add(page.url());
            dialog.dismiss();
        });
        WALKS.get(account).pages().forEach((address, answer) -> {
            Set<Mark> expected = marksIn(answer.text());
            if (!expected.isEmpty() && answer.header("Content-Type").startsWith("text/html")) {
                visit.open(address);
                String text = (String)
                        page.evaluate(
                                "() => document.querySelector('main').textContent + '\\n' + "
                                        + "[...document.querySelectorAll('main input, main textarea')].map(each => each.value).join('\\n')");
                expected.forEach(mark -> assertTrue(
                        isIn(text, mark), () -> mark + " is not readable at " + address + " for " + account));
                assertEquals(
                        0,
                        page.locator("main svg[onload], main img[onerror], main script")
                                .count(),
                        address);
                seen.addAll(expected);
            }
        });
        visit.assertNoComplaints();
        assertEquals(List.of(), dialogs);
        return seen;
    }

    @Test
    void the_pdf_holds_it_as_text_only() throws IOException {
        byte[] pdf = Caller.signedIn("haneul")
                .get("/cases/" + scene.number() + "/summary.pdf")
                .response()
                .body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains(Mark.STEM), "something that was typed is printed");
            assertFalse(document.getDocumentCatalog().getCOSObject().toString().contains("JavaScript"));
        }
    }

    @Test
    void what_a_text_must_not_hold_is_refused_at_its_field_and_kept() throws SQLException {
        Map<String, Caller> callers = ACCOUNTS.stream().collect(Collectors.toMap(account -> account, Caller::signedIn));
        Map<String, String> before = Tables.state();
        List<String> texts = List.of("x\u0000y", "x\u0007y", "x\u202Ey", "x\u2066y", "x\uFFFEy", "x\uFDD0y", TOO_LONG);
        forms().forEach((form, account) -> {
            if (form.texts().isEmpty()) {
                return;
            }
            for (String text : texts) {
                Caller.Answer answer = callers.get(account)
                        .post(form.action(), form.filled(Map.of(), field -> typed(form, field, text)));
                String where = form.action() + " with " + escaped(text);
                assertEquals(422, answer.status(), where);
                Form again = Form.on(answer).stream()
                        .filter(each -> each.post() && route(each).equals(route(form)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("the form is not shown again: " + where));
                assertAll(form.texts().stream().map(field -> () -> {
                    String typed = typed(form, field, text);
                    // What a page cannot hold, a browser shows as replaced.
                    String shown = typed.replace('\u0000', '\uFFFD');
                    assertEquals(escaped(shown), escaped(again.value(field)), field + " is not kept: " + where);
                    assertFalse(
                            answer.document()
                                    .select(".errors a[href=#" + field + "]")
                                    .isEmpty(),
                            field + " has no error: " + where);
                }));
            }
        });
        assertEquals(before, Tables.state());
    }

    @Test
    void what_is_no_date_number_or_answer_is_refused() throws SQLException {
        Map<String, Caller> callers = ACCOUNTS.stream().collect(Collectors.toMap(account -> account, Caller::signedIn));
        Map<String, String> before = Tables.state();
        forms().forEach((form, account) -> {
            for (String value : NO_ANSWERS) {
                Map<String, String> answers = form.fields().stream()
                        .filter(field -> field.kind() != Form.Kind.TEXT)
                        .collect(Collectors.toMap(Form.Field::name, field -> value, (one, same) -> one));
                if (!answers.isEmpty()) {
                    Caller.Answer answer = callers.get(account).post(form.action(), form.filled(answers, field -> ""));
                    // A button has nothing to show again: it does nothing.
                    boolean button = form.fields().stream().allMatch(field -> field.kind() == Form.Kind.HIDDEN);
                    assertTrue(
                            answer.status() == 422 || button && answer.status() < 500,
                            () -> answer.status() + " from " + form.action() + " with " + escaped(value));
                }
            }
        });
        assertEquals(before, Tables.state());
    }

    @Test
    void a_text_of_the_greatest_length_is_stored_whole() {
        Caller haneul = Caller.signedIn("haneul");
        Caller.Answer opened = haneul.post(
                "/cases/new?kind=PAIR",
                pair(Map.of(
                        "place", IDEOGRAPH.repeat(80),
                        "happened.words", IDEOGRAPH.repeat(80),
                        "reason", IDEOGRAPH.repeat(1000))));
        assertEquals(303, opened.status());
        String page = haneul.get("/cases/" + Intake.number(opened)).text();
        assertTrue(page.contains(IDEOGRAPH.repeat(1000)));
        assertTrue(page.contains(">" + IDEOGRAPH.repeat(80)) || page.contains(IDEOGRAPH.repeat(80) + ","));
    }

    @Test
    void sixty_five_thousand_characters_are_too_large_a_form_and_are_given_back() {
        Caller haneul = Caller.signedIn("haneul");
        for (String unit : List.of("x", "가", IDEOGRAPH)) {
            String much = unit.repeat(65_536);
            Caller.Answer again = haneul.follow(haneul.post("/cases/new?kind=PAIR", pair(Map.of("reason", much))));
            assertEquals(200, again.status());
            assertEquals(
                    much, again.document().expectFirst("textarea[name=reason]").val());
        }
        assertEquals(
                413,
                haneul.post("/cases/new?kind=PAIR", pair(Map.of("reason", "x".repeat(16 * 65_536))))
                        .status());
    }

    /** The intake of two women, with some fields as they are given here. */
    private static String[] pair(Map<String, String> typed) {
        String[] fields = Intake.pair(UUID.randomUUID(), Intake.today());
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = typed.getOrDefault(fields[i], fields[i + 1]);
        }
        return fields;
    }

    private static String typed(Form form, String field, String text) {
        return text.equals(TOO_LONG) ? IDEOGRAPH.repeat(form.longest(field) + 1) : text;
    }

    /** Every form that changes something, once for each address, and who may send it. */
    private static Map<Form, String> forms() {
        Map<Form, String> forms = new LinkedHashMap<>();
        Set<String> actions = new TreeSet<>();
        for (String account : ACCOUNTS) {
            WALKS.get(account).pages().values().stream()
                    .filter(answer -> answer.header("Content-Type").startsWith("text/html"))
                    .flatMap(answer -> Form.on(answer).stream())
                    .filter(form -> form.post() && actions.add(form.action()))
                    .forEach(form -> forms.put(form, account));
        }
        return forms;
    }

    private static Route route(Form form) {
        return Route.all().stream()
                .filter(each -> each.changes() && each.leadsFrom(form.action().split("\\?")[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route for " + form.action()));
    }

    /** Marks that are on a page in its source. */
    private static Set<Mark> marksIn(String source) {
        String text = Parser.unescapeEntities(source, true);
        return scene.marks().stream().filter(mark -> isIn(text, mark)).collect(Collectors.toSet());
    }

    /** As it is stored; in a draft, which nobody has sent yet, as it was typed. */
    private static boolean isIn(String text, Mark mark) {
        return text.contains(mark.stored()) || text.contains(mark.text());
    }

    /** Numbers of phones and what was searched for, names or numbers, are not kept. A text that was changed since need not be shown. */
    private static boolean isKept(Mark mark) {
        return !mark.field().equals("number")
                && !mark.route().path().equals("/search")
                // A case of one's own needs no emergency: nothing is stored.
                && !mark.route().path().equals("/emergency")
                && scene.marks().stream().noneMatch(later -> later.replaces(mark));
    }

    private static String escaped(String text) {
        return text.length() > 100
                ? text.length() + " characters"
                : text.codePoints()
                        .mapToObj(each -> each < 127 && each > 31
                                ? Character.toString(each)
                                : "<" + Integer.toHexString(each) + ">")
                        .collect(Collectors.joining());
    }
}
