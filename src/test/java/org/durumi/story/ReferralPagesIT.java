package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
        assertEquals(
                303,
                haneul.post(
                                here("/consents/new"),
                                "once",
                                UUID.randomUUID().toString(),
                                "participant[]",
                                first,
                                "purposes[]",
                                "NGO",
                                "form",
                                "SPOKEN",
                                "given",
                                Intake.today(),
                                "withhold",
                                WITHHELD)
                        .status());
    }

    @Test
    void the_form_says_who_did_not_agree_and_what_is_withheld_and_refuses_without_a_reason() throws SQLException {
        Document form = page("/referrals/new");
        assertTrue(form.text().contains(WITHHELD));
        assertEquals(
                2,
                form.select(".consequence li").eachText().stream()
                        .filter(each -> each.matches("[AB]: .*"))
                        .count(),
                "the first one did not agree to governments and UNHCR");

        Caller.Answer refused = haneul.post(here("/referrals/new"), typed(""));
        assertEquals(422, refused.status());
        assertTrue(refused.document().select("#withoutConsent-error").text().contains("20"));
        assertEquals(
                1,
                refused.document().select(".consequence li").eachText().stream()
                        .filter(each -> each.matches("[AB]: .*"))
                        .count(),
                "the second one alone did not agree to this");
        assertEquals("0", Intake.value(counted(), number));

        assertEquals(303, haneul.post(here("/referrals/new"), typed(REASON)).status());

        assertEquals("1", Intake.value(counted(), number));
        for (String path : List.of("/people/A", "/people/B", "/timeline")) {
            String shown = page(path).text();
            assertTrue(shown.contains(TEXTS.text("circumstances.referral.without-consent", REASON)), path);
            assertTrue(shown.contains("a hospital"), path);
        }
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
