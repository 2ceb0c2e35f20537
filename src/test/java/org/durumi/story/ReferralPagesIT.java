package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.Permission;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever records a referral reads before they do who did not agree to it, and what is withheld. */
class ReferralPagesIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String WITHHELD = "where her mother lives";
    private static final String REASON = "she was unconscious, and could not be asked";

    private Caller haneul;
    private String number;
    private String first;
    private String second;

    @BeforeEach
    void one_of_two_has_agreed() throws SQLException {
        haneul = Caller.signedIn("haneul");
        haneul.post("/language", "language", "en", "back", "/");
        number = Intake.number(haneul.post("/cases/new?kind=PAIR", Intake.pair(UUID.randomUUID(), Intake.today())));
        first = person("A");
        second = person("B");
        consents(first, "SPOKEN", WITHHELD);
    }

    @Test
    void the_form_says_who_did_not_agree_and_what_is_withheld_and_refuses_without_a_reason() throws SQLException {
        Document form = page("/referrals/new");
        assertTrue(form.text().contains(WITHHELD));
        assertEquals(2, lines(form).count(), "the first one did not agree to governments and UNHCR");

        assertTrue(lines(page("/referrals/new?participant[]=" + second)).noneMatch(each -> each.startsWith("A: ")));

        Caller.Answer refused = haneul.post(here("/referrals/new"), typed(""));
        assertEquals(422, refused.status());
        assertTrue(refused.document().select("#withoutConsent-error").text().contains("20"));
        assertEquals(1, lines(refused.document()).count(), "the second one alone did not agree to this");
        assertEquals("0", Intake.value(counted(), number));

        assertEquals(303, haneul.post(here("/referrals/new"), typed(REASON)).status());

        assertEquals("1", Intake.value(counted(), number));
        for (String path : List.of("/people/A", "/people/B", "/timeline")) {
            String shown = page(path).text();
            assertTrue(shown.contains(TEXTS.text("circumstances.referral.without-consent", REASON)), path);
            assertTrue(shown.contains("a hospital"), path);
        }
    }

    @Test
    void the_form_tells_a_no_from_what_nobody_asked_and_keeps_showing_what_is_withheld_by_who_agrees_no_more()
            throws SQLException {
        consents(first, "REFUSED", "");
        consents(second, "SPOKEN", "");

        Document form = page("/referrals/new");

        assertTrue(form.text().contains(WITHHELD), "it was agreed to, and a no ended that");
        String no = TEXTS.text("referral.form.permission", ConsentPurpose.NGO, Permission.REFUSED);
        assertTrue(lines(form).anyMatch(each -> each.startsWith("A: ") && each.contains(no)));
        String never = TEXTS.text("referral.form.permission", ConsentPurpose.UNHCR, Permission.NOT_RECORDED);
        assertTrue(lines(form).anyMatch(each -> each.startsWith("B: ") && each.contains(never)));
        assertTrue(
                lines(form).noneMatch(each -> each.startsWith("B: ") && each.contains(TEXTS.text(ConsentPurpose.NGO))));
    }

    private static Stream<String> lines(Document form) {
        return form.select(".consequence li").eachText().stream().filter(each -> each.matches("[AB]: .*"));
    }

    private void consents(String who, String form, String withhold) throws SQLException {
        assertEquals(
                303,
                haneul.post(
                                here("/consents/new"),
                                "once",
                                UUID.randomUUID().toString(),
                                "participant[]",
                                who,
                                "purposes[]",
                                "NGO",
                                "form",
                                form,
                                "given",
                                Intake.today(),
                                "withhold",
                                withhold)
                        .status());
    }

    private String[] typed(String reason) {
        return new String[] {
            "once",
            UUID.randomUUID().toString(),
            "participant[]",
            first,
            "participant[]",
            second,
            "kind",
            "MEDICAL",
            "to",
            "ORGANISATION",
            "organisation",
            "a hospital",
            "state",
            "ASKED",
            "asked",
            Intake.today(),
            "withoutConsent",
            reason
        };
    }

    private static String counted() {
        return "select count(*) from circumstance c join case_file f on f.id = c.case_id where f.number = ?";
    }

    private String person(String label) throws SQLException {
        return Intake.value(
                "select p.id from participant p join case_file c on c.id = p.case_id where c.number = ? and p.label = ?",
                number,
                label);
    }

    private Document page(String path) {
        return haneul.get(here(path)).document();
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }
}
