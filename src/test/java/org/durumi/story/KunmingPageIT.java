package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.durumi.risk.RuleGroup;
import org.durumi.route.Stage;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two women on their way to Kunming, told in the browser from the intake to the arrest: the warning was there before. */
class KunmingPageIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZONE);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZONE);

    private static final String CONTACT_NOTE = "이웃이 대신 연락해 왔습니다";
    private static final String CONSEQUENCE = "전화기를 빼앗기고 갇혀 지냄";
    private static final String PHONE = "낡은 전화기";
    private static final String SERVICES = "택시로 나흘";
    private static final String QUOTE_WAIVER = "두 사람이 다른 길은 없다고 하여 값을 알고도 받아들입니다.";
    private static final String LEAVE_WAIVER = "감시가 심해져 더 기다릴 수 없다고 두 사람이 함께 결정했습니다.";
    private static final String CHECKLIST_NOTE = "전화기를 두고 가라고 말했으나 받아들이지 않았습니다";
    private static final String ARREST_NOTE = "신분증 검사에서 붙잡혔다고 합니다";
    private static final String AUTHORITY = "시 공안국";
    private static final List<String> NEVER_IN_THE_LOG = List.of(
            "Kunming",
            "쿤밍",
            "Liaoning",
            "랴오닝",
            CONTACT_NOTE,
            CONSEQUENCE,
            PHONE,
            SERVICES,
            QUOTE_WAIVER,
            LEAVE_WAIVER,
            CHECKLIST_NOTE,
            ARREST_NOTE,
            AUTHORITY);

    private Browser browser;
    private Visit haneul;
    private Visit seo;
    private Visit oh;
    private Visit admin;
    private String number;

    /** A page that was shown, to be looked at again in the other language. */
    private record Seen(Visit visit, String name, String address) {}

    private final List<Seen> seen = new ArrayList<>();

    @BeforeEach
    void everybody_signs_in() {
        browser = Browser.open();
        haneul = korean("haneul");
        seo = korean("seo");
        oh = korean("ohjin");
        admin = korean("admin");
    }

    @AfterEach
    void everybody_leaves() {
        browser.close();
    }

    @Test
    void the_case_is_told_from_the_intake_to_the_arrest_and_the_auditor_sees_every_step_and_nothing_of_it()
            throws Exception {
        intake();
        whatIsKnown();
        pricesAndQuotes();
        brokerStage();
        theWarningIsThere();
        theBlocksRefuse();
        theSupervisorWaives();
        acceptedAndGone();
        arrested();
        theAlertIsAcknowledged();
        thePdf();
        theAuditor();
        everyPageAgainInEnglish();
    }

    private void intake() throws SQLException {
        Page page = haneul.page();
        haneul.open("/cases");
        look(haneul, "cases");
        haneul.open("/cases/new");
        look(haneul, "intake-kind");
        haneul.open("/cases/new?kind=PAIR");
        int before = cases();
        Pen pen = pen(haneul).choose("route", "LAND_VIA_CHINA").choose("destination", "KR");
        for (String person : List.of("person1.", "person2.")) {
            pen.choose(person + "role", person.equals("person1.") ? "PRINCIPAL" : "COMPANION")
                    .choose(person + "ageBand", person.equals("person1.") ? "AGE_30_39" : "AGE_40_49")
                    .choose(person + "sex", "FEMALE")
                    .choose(person + "elite", "NO")
                    .choose(person + "unaccompanied", "NO");
        }
        pen.choose("stage", "CONTACT")
                .date("happened", month(-1), "LATE", "지난달 말")
                .place("place", "랴오닝 Liaoning", "CN")
                .choose("certainty", "PROBABLE")
                .write("reason", CONTACT_NOTE);
        look(haneul, "intake");

        // The same form three times: twice at once by itself, and once more by an impatient hand.
        List<?> addresses = (List<?>) page.evaluate(
                "body => Promise.all([1, 2].map(() => fetch('/cases/new?kind=PAIR', {method: 'POST', body:"
                        + " new URLSearchParams(body)}).then(answer => answer.url)))",
                pen.asSent());
        pen.sendTwice();
        assertThat(page.locator(".notice")).hasText(KOREAN.text("notice.case.opened"));

        assertEquals(1, Set.copyOf(addresses).size(), "all lead to the same case");
        assertEquals(addresses.get(0), page.url());
        assertEquals(before + 1, cases(), "one case was opened");
        number = page.url().substring(page.url().lastIndexOf('/') + 1);
        look(haneul, "case-new");
    }

    private void whatIsKnown() {
        for (String[] attempt : List.of(
                new String[] {"2019", "CAUGHT_BY_HOUSEHOLD"},
                new String[] {"2021", "CAUGHT_BY_NEIGHBOURS"},
                new String[] {"2023", "TURNED_BACK"})) {
            follow(haneul, "/attempts/new", "A");
            pen(haneul)
                    .date("happened", attempt[0], "ABOUT", "")
                    .choose("outcome", attempt[1])
                    .write("consequences", CONSEQUENCE);
            lookOnce(haneul, "attempt");
            pen(haneul).sendAndRead(KOREAN, "notice.attempt.recorded");
        }
        follow(haneul, "/vulnerabilities/new", "A");
        pen(haneul).choose("kind", "HOUSEHOLD_CONTROL").date("since", "2019", "ABOUT", "");
        look(haneul, "vulnerability");
        pen(haneul).sendAndRead(KOREAN, "notice.vulnerability.recorded");
        for (String who : List.of("A", "B")) {
            follow(haneul, "/devices/new", who);
            pen(haneul)
                    .write("label", PHONE)
                    .write("number", who.equals("A") ? "13800000417" : "13800000508")
                    .choose("policeRegistered", "YES");
            if (who.equals("A")) {
                pen(haneul)
                        .tick("takenByHousehold")
                        .date("takenFrom", "2019", "EXACT", "")
                        .date("takenUntil", lastYear() + "-06", "EXACT", "작년 6월");
            }
            lookOnce(haneul, "device");
            pen(haneul).sendAndRead(KOREAN, "notice.device.recorded");
        }
        follow(haneul, "/legs/new", "A");
        for (Locator each : haneul.page().locator("input[name='participant[]']").all()) {
            each.check();
        }
        pen(haneul)
                .choose("state", "PLANNED")
                .place("from", "랴오닝 Liaoning", "CN")
                .place("to", "쿤밍 Kunming", "CN")
                .choose("means", "TAXI")
                .choose("border", "NONE")
                .write("days", "4")
                .write("idChecks", "3");
        look(haneul, "leg");
        pen(haneul).sendAndRead(KOREAN, "notice.leg.recorded");
    }

    private void pricesAndQuotes() {
        admin.open("/norm-prices");
        look(admin, "norm-prices");
        boolean known = admin.page().locator("main tbody tr").count() > 0;
        admin.open("/norm-prices/new");
        look(admin, "norm-price");
        if (!known) {
            pen(admin)
                    .choose("route", "LAND_VIA_CHINA")
                    .write("low", "10,000,000")
                    .write("upfrontShare", "100")
                    .write("validFrom", lastYear() + "-01-01")
                    .write("source", "언론 보도")
                    .sendAndRead(KOREAN, "notice.norm-price.entered");
        }
        List<String> brokers = new ArrayList<>();
        for (String introduced : List.of("NGO", "RELATIVE", "ACQUAINTANCE")) {
            haneul.open("/brokers/new");
            pen(haneul).choose("kind", "BROKER").choose("introducedBy", introduced);
            lookOnce(haneul, "broker-new");
            pen(haneul).sendAndRead(KOREAN, "notice.broker.added");
            lookOnce(haneul, "broker");
            brokers.add(haneul.page().url().substring(haneul.page().url().lastIndexOf('/') + 1));
        }
        haneul.open("/brokers");
        look(haneul, "brokers");
        List<String> amounts = List.of("10,000,000", "10000000", "2,500,000");
        for (int i = 0; i < amounts.size(); i++) {
            haneul.open(here("/quotes/new"));
            pen(haneul)
                    .choose("broker", brokers.get(i))
                    .write("amount", amounts.get(i))
                    .choose("basis", "PER_PERSON")
                    .write("statedEquivalent", i < 2 ? "약 USD 7,667" : "약 USD 1,916")
                    .write("services", SERVICES)
                    .choose("obtainedHow", "VIA_ACQUAINTANCE");
            lookOnce(haneul, "quote-new");
            pen(haneul).sendAndRead(KOREAN, "notice.quote.recorded");
        }
        this.broker = brokers.get(2);
    }

    private String broker;

    private void brokerStage() {
        for (String who : List.of("A", "B")) {
            follow(haneul, "/stages/new", who);
            lookOnce(haneul, "stage-choice");
            stageForm(haneul, who, "BROKER");
            pen(haneul)
                    .choose("broker", broker)
                    .write("happened", Intake.today())
                    .place("place", "랴오닝 Liaoning", "CN")
                    .choose("certainty", "CONFIRMED");
            lookOnce(haneul, "stage-broker");
            pen(haneul).sendAndRead(KOREAN, "notice.stage.recorded");
        }
    }

    private void theWarningIsThere() {
        haneul.open(here(""));
        Locator first = participant(haneul, "A");
        Locator second = participant(haneul, "B");
        assertThat(first.locator(".risk-score")).hasText("85 / 100");
        assertThat(first.locator(".risk-head")).containsText(KOREAN.text(Level.CRITICAL));
        assertThat(second.locator(".risk-score")).hasText("60 / 100");
        assertThat(second.locator(".risk-head")).containsText(KOREAN.text(Level.HIGH));
        assertEquals(
                Set.of("R05", "R07", "R08", "R09", "R11", "R12"),
                Set.copyOf(first.locator(".findings .rule").allTextContents()));
        assertEquals(
                Set.of("R05", "R09", "R11", "R12"),
                Set.copyOf(second.locator(".findings .rule").allTextContents()));
        for (Locator finding : first.locator(".finding").all()) {
            assertEquals(2, finding.locator("dd").count(), "what to do now, and how sure we are");
        }
        assertThat(first.locator(".block")).containsText(KOREAN.text("risk.panel.departure.blocked"));
        assertThat(haneul.page().locator(".case-state")).containsText(KOREAN.text(Level.CRITICAL));
        assertThat(haneul.page().locator(".case-state")).containsText(KOREAN.text(Stage.BROKER));
        assertThat(haneul.page().locator(".case-line").last()).containsText("−75");
        assertThat(haneul.page().locator(".cause").first()).containsText(KOREAN.text(Level.CRITICAL));
        look(haneul, "case-before-departure");
    }

    private void theBlocksRefuse() {
        Page page = haneul.page();
        openCheapQuote(haneul);
        String quote = page.url();
        assertThat(page.locator("main")).containsText(KOREAN.text("risk.against.QUOTE"));
        assertThat(page.locator("main form[action$='/accept']")).hasCount(0);
        look(haneul, "quote-blocked");
        // Somebody whose page is older than the block sends the acceptance all the same.
        for (Texts texts : List.of(ENGLISH, KOREAN)) {
            haneul.speak(texts.language());
            page.navigate(quote);
            page.evaluate("document.querySelector(\"main form[action$='/reject']\").action += '/../accept'");
            Response refused = page.waitForResponse(
                    answer -> answer.url().endsWith("/accept"),
                    () -> page.locator("main form[action$='/reject'] button, main form[action$='/accept'] button")
                            .click());
            assertEquals(422, refused.status());
            assertThat(page.locator(".errors")).containsText(texts.text("quote.blocked"));
            assertThat(page.locator(".findings")).containsText("R09");
            picture(haneul, "quote-refused", texts);
        }

        for (Texts texts : List.of(ENGLISH, KOREAN)) {
            haneul.speak(texts.language());
            haneul.open(here(""));
            departure(haneul, "A");
            Response refused =
                    page.waitForResponse(answer -> answer.request().method().equals("POST"), pen(haneul)::send);
            assertEquals(422, refused.status());
            assertThat(page.locator(".errors")).containsText(texts.text("departure.blocked"));
            assertThat(page.locator("[name='reason']")).hasValue(CHECKLIST_NOTE);
            picture(haneul, "departure-refused", texts);
        }
    }

    private void theSupervisorWaives() {
        seo.open("/review");
        look(seo, "review-blocks");
        waive("quotes/" + cheapQuote(), QUOTE_WAIVER);
        waive("departures/" + participantId("A"), LEAVE_WAIVER);
        waive("departures/" + participantId("B"), LEAVE_WAIVER);
        seo.open(here("/about"));
        assertThat(seo.page().locator("main")).containsText(LEAVE_WAIVER);
        look(seo, "case-waived");
    }

    private void waive(String what, String why) {
        seo.open(here("/waivers/" + what));
        pen(seo).write("reason", "너무 짧음");
        pen(seo).send();
        assertThat(seo.page().locator(".errors")).containsText("20");
        pen(seo).write("reason", why);
        lookOnce(seo, "waiver");
        pen(seo).sendAndRead(KOREAN, "notice.waiver.granted");
    }

    private void acceptedAndGone() {
        openCheapQuote(haneul);
        look(haneul, "quote-waived");
        haneul.page().locator("main form[action$='/accept'] button").click();
        assertThat(haneul.page().locator(".notice")).hasText(KOREAN.text("notice.quote.accepted"));
        for (String who : List.of("A", "B")) {
            haneul.open(here(""));
            departure(haneul, who);
            lookOnce(haneul, "stage-departure");
            pen(haneul).sendAndRead(KOREAN, "notice.stage.recorded");
        }
        assertThat(haneul.page().locator(".case-state")).containsText(KOREAN.text(Stage.TRANSIT));
        look(haneul, "case-on-the-way");
    }

    private void departure(Visit visit, String who) {
        stageForm(visit, who, "TRANSIT");
        visit.page().locator("select[name='leg']").selectOption(new SelectOption().setIndex(1));
        pen(visit)
                .choose("departure", "PLANNED")
                .choose("phonesLeftHome", "NO")
                .choose("brokerVetted", "NO")
                .choose("priceCompared", "YES")
                .choose("checkInPlan", "YES")
                .choose("consentGiven", "YES")
                .write("happened", Intake.today())
                .place("place", "랴오닝 Liaoning", "CN")
                .choose("certainty", "CONFIRMED")
                .write("reason", CHECKLIST_NOTE);
    }

    private void arrested() {
        for (String who : List.of("A", "B")) {
            haneul.open(here(""));
            stageForm(haneul, who, "DETENTION");
            pen(haneul)
                    .write("happened", Intake.today())
                    .place("place", "쿤밍 Kunming", "CN")
                    .write("authority", AUTHORITY)
                    .choose("acknowledged", "NO")
                    .choose("goalKnown", "SUSPECTED")
                    .choose("certainty", "PROBABLE")
                    .write("reason", ARREST_NOTE);
            lookOnce(haneul, "stage-detention");
            pen(haneul).sendAndRead(KOREAN, "notice.stage.recorded");
        }
        assertThat(haneul.page().locator(".case-state")).containsText(KOREAN.text(Stage.DETENTION));
        assertThat(participant(haneul, "A").locator(".findings")).containsText("R01");
        assertThat(participant(haneul, "A").locator(".findings")).containsText("R03");
        assertThat(participant(haneul, "A").locator(".risk-head")).containsText(KOREAN.text(Level.CRITICAL));
        look(haneul, "case-detained");
        haneul.open("/cases");
        Locator row = haneul.page().locator("main tr:has-text('" + number + "')");
        assertThat(row).containsText(KOREAN.text(Level.CRITICAL));
        assertThat(row).containsText(KOREAN.text(Stage.DETENTION));
    }

    private void theAlertIsAcknowledged() {
        seo.open("/cases");
        look(seo, "cases-of-the-team");
        seo.open("/review");
        Locator alert = heldAlert();
        assertThat(alert).hasClass(java.util.regex.Pattern.compile(".*critical.*"));
        assertThat(alert).containsText(KOREAN.text(RuleGroup.HELD));
        String text = alert.textContent();
        assertTrue(
                Stream.of(57, 58, 59).anyMatch(minutes -> text.contains(KOREAN.text("alert.card.minutes", minutes))),
                "within an hour");
        look(seo, "review-alert");
        alert.locator("form[action$='/acknowledge'] button").click();
        assertThat(seo.page().locator(".notice")).hasText(KOREAN.text("notice.alert.acknowledged"));
        assertThat(heldAlert()).containsText("seo");
        assertThat(heldAlert().locator("form[action$='/acknowledge']")).hasCount(0);
        heldAlert().locator("a.button").click();
        look(seo, "alert");
    }

    private Locator heldAlert() {
        return seo.page()
                .locator("article.alert", new Page.LocatorOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHasText(KOREAN.text("alert.card.participant", "A")))
                .filter(new Locator.FilterOptions().setHasText(KOREAN.text(RuleGroup.HELD)))
                .first();
    }

    private void thePdf() throws IOException {
        for (Visit reader : List.of(haneul, seo)) {
            reader.open(here(""));
            Response shown = reader.page()
                    .waitForResponse(
                            answer -> answer.url().endsWith("/summary.pdf"),
                            () -> reader.page()
                                    .locator("a[href$='/summary.pdf']")
                                    .first()
                                    .click());
            assertEquals(200, shown.status());
            assertEquals("application/pdf", shown.headerValue("content-type"));
            assertTrue(
                    shown.headerValue("content-disposition")
                            .matches("inline; filename=\"summary-[0-9a-f-]{36}\\.pdf\""),
                    "a neutral file name");
            byte[] pdf = reader.context().request().get(here("/summary.pdf")).body();
            Files.write(Path.of("target/screenshots/kunming-summary-ko.pdf"), pdf);
            assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains(number), "the number of the case");
                assertTrue(text.contains(KOREAN.text("summary.draft")), "the watermark of a draft");
                assertTrue(text.contains(KOREAN.text("summary.draft.footer")), "the footer of a draft");
                assertTrue(text.contains("쿤밍"), "the place");
                assertTrue(text.contains("R01"), "the findings");
                assertTrue(
                        text.replaceAll("\\s", "").contains("휴대전화1대를지니고있습니다"),
                        "what a finding says, also if its block was waived");
                assertTrue(text.replaceAll("\\s", "").contains("seo님이차단을해제함"), "who waived it");
                assertTrue(text.contains(LEAVE_WAIVER.substring(0, 8)), "the waiver");
            }
            reader.open(here(""));
            reader.assertNoComplaints();
        }
    }

    private void theAuditor() {
        oh.open("/access-log");
        look(oh, "access-log");
        oh.open("/access-log?case=" + number);
        look(oh, "access-log-of-the-case");
        List<String> lines = new ArrayList<>();
        String text = "";
        while (true) {
            for (Locator row : oh.page().locator("main tbody tr").all()) {
                List<String> cells = row.locator("td").allTextContents();
                lines.add((cells.get(1) + " " + cells.get(2))
                        .replaceAll("\\s+", " ")
                        .strip());
            }
            text += oh.page().content();
            Locator older = oh.page().locator("main nav.pages a[rel=next]");
            if (older.count() == 0) {
                break;
            }
            oh.open(older.getAttribute("href"));
            oh.assertNoComplaints();
        }
        Map<String, List<Step>> expected = new LinkedHashMap<>();
        expected.put(
                "haneul",
                List.of(
                        step(AccessAction.CREATE, AccessGroup.CASE),
                        step(AccessAction.OPEN, AccessGroup.RISK),
                        step(AccessAction.CHANGE, AccessGroup.ATTEMPT),
                        step(AccessAction.CHANGE, AccessGroup.VULNERABILITY),
                        step(AccessAction.CHANGE, AccessGroup.DEVICE),
                        step(AccessAction.CHANGE, AccessGroup.LEG),
                        step(AccessAction.CHANGE, AccessGroup.QUOTE),
                        step(AccessAction.CHANGE, AccessGroup.JOURNEY),
                        step(AccessAction.LIST, AccessGroup.CASE),
                        step(AccessAction.EXPORT, AccessGroup.SUMMARY)));
        expected.put(
                "seo",
                List.of(
                        step(AccessAction.OPEN, AccessGroup.RISK),
                        step(AccessAction.APPROVE, AccessGroup.WAIVER),
                        step(AccessAction.CHANGE, AccessGroup.ALERT),
                        step(AccessAction.LIST, AccessGroup.ALERT),
                        step(AccessAction.EXPORT, AccessGroup.SUMMARY)));
        expected.forEach((who, steps) -> steps.forEach(step -> assertTrue(
                lines.stream().anyMatch(line -> matches(line, who, step)),
                () -> who + " " + step + " is missing among " + Set.copyOf(lines))));
        assertEquals(3, count(lines, "haneul", step(AccessAction.CHANGE, AccessGroup.ATTEMPT)));
        assertEquals(2, count(lines, "haneul", step(AccessAction.CHANGE, AccessGroup.DEVICE)));
        assertEquals(6, count(lines, "haneul", step(AccessAction.CHANGE, AccessGroup.JOURNEY)));
        assertEquals(3, count(lines, "seo", step(AccessAction.APPROVE, AccessGroup.WAIVER)));
        String reckoning = KOREAN.text("access-log.system.risk");
        assertTrue(
                count(lines, reckoning, step(AccessAction.OPEN, AccessGroup.RISK_FACTS)) > 0, "who reckons the risk");
        for (String secret : NEVER_IN_THE_LOG) {
            assertFalse(text.contains(secret), "a place, a note or a reason in the access log");
        }
        assertEquals(404, oh.open(here("")).status());
    }

    private record Step(AccessAction action, AccessGroup group) {}

    private static Step step(AccessAction action, AccessGroup group) {
        return new Step(action, group);
    }

    private static long count(List<String> lines, String who, Step step) {
        return lines.stream().filter(line -> matches(line, who, step)).count();
    }

    private static boolean matches(String line, String who, Step step) {
        return line.startsWith(who)
                && line.contains(KOREAN.text(step.action()) + " ·")
                && line.contains(KOREAN.text(step.group()));
    }

    /** Every page once more in English: nothing complains, everybody can use it. */
    private void everyPageAgainInEnglish() throws IOException {
        for (Visit visit : List.of(haneul, seo, oh, admin)) {
            visit.speak(Locale.ENGLISH);
        }
        try (PDDocument document = Loader.loadPDF(
                haneul.context().request().get(here("/summary.pdf")).body())) {
            assertTrue(new PDFTextStripper().getText(document).contains(ENGLISH.text("summary.draft.footer")));
        }
        for (Seen each : seen) {
            assertEquals(200, each.visit().open(each.address()).status(), each.name());
            picture(each.visit(), each.name(), ENGLISH);
            each.visit().assertNoComplaints();
        }
    }

    private Visit korean(String account) {
        Visit visit = browser.guest(new NewContextOptions().setLocale("ko-KR"))
                .signIn(account)
                .speak(Locale.KOREAN);
        visit.assertNoComplaints();
        return visit;
    }

    private static Pen pen(Visit visit) {
        return new Pen(visit.page());
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }

    /** How many cases there are. */
    private static int cases() throws SQLException {
        return Integer.parseInt(Intake.value("select count(*) from case_file"));
    }

    private static Locator participant(Visit visit, String letter) {
        return visit.page().locator("#participant-" + letter);
    }

    private String participantId(String letter) {
        haneul.open(here(""));
        String address = participant(haneul, letter)
                .locator("a[href*='/participants/']")
                .first()
                .getAttribute("href");
        return address.split("[/?]")[4];
    }

    /** Follows a link of a participant on the page of the case. */
    private void follow(Visit visit, String end, String letter) {
        visit.open(here(""));
        participant(visit, letter).locator("a[href*='" + end + "']").first().click();
        visit.page().waitForURL(url -> url.contains(end));
    }

    private void stageForm(Visit visit, String letter, String stage) {
        follow(visit, "/stages/new", letter);
        visit.page().locator("input[name='stage'][value='" + stage + "']").check();
        visit.page().locator("main form button").first().click();
        visit.page().waitForURL(url -> url.contains("stage=" + stage));
    }

    private void openCheapQuote(Visit visit) {
        visit.open(here("/costs"));
        visit.page()
                .locator("article.quote", new Page.LocatorOptions().setHasText("2,500,000"))
                .locator(".quote-more a")
                .click();
        visit.page().waitForURL(url -> url.contains("/quotes/"));
    }

    private String cheapQuote() {
        openCheapQuote(haneul);
        return URI.create(haneul.page().url()).getPath().replaceAll(".*/", "");
    }

    /** Looks at a page in Korean, and remembers it for the other language. */
    private void look(Visit visit, String name) {
        seen.add(new Seen(visit, name, path(visit)));
        picture(visit, name, KOREAN);
        visit.assertNoComplaints();
        // In the other language a page says the same with the same parts.
        visit.assertAccessible();
        visit.assertNoComplaints();
    }

    private void lookOnce(Visit visit, String name) {
        if (seen.stream().noneMatch(each -> each.name().equals(name))) {
            look(visit, name);
        }
    }

    private static void picture(Visit visit, String name, Texts texts) {
        assertThat(visit.page().locator("html"))
                .hasAttribute("lang", texts.language().getLanguage());
        visit.screenshot("kunming-" + name + "-" + texts.language().getLanguage());
    }

    private static String path(Visit visit) {
        URI address = URI.create(visit.page().url());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private static String month(int ahead) {
        return java.time.YearMonth.now(ZONE).plusMonths(ahead).toString();
    }

    private static int lastYear() {
        return java.time.Year.now(ZONE).getValue() - 1;
    }
}
