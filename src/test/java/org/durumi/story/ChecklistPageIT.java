package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checklist before a departure is filled from the record, and no «yes» contradicts it. */
class ChecklistPageIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);

    private final Caller haneul = Caller.signedIn("haneul");
    private String number;

    @BeforeEach
    void a_woman_carries_a_registered_phone() {
        number = Intake.opensCase(haneul);
        assertEquals(
                303,
                send("/devices/new", Map.of("policeRegistered", "YES", "carried", "YES"))
                        .status());
    }

    @Test
    void the_form_says_what_is_recorded_and_leads_to_it_and_refuses_a_yes_against_it() throws Exception {
        Document form = haneul.get("/cases/" + number + "/stages/new?for%5B%5D=A&stage=TRANSIT")
                .document();
        String phone = Intake.value(
                "select d.id from device d join participant p on p.id = d.participant_id"
                        + " join case_file c on c.id = d.case_id where p.label = 'A' and c.number = ?",
                number);

        assertTrue(form.selectFirst("input[name=phonesLeftHome][value=NO]").hasAttr("checked"), "it is filled in");
        assertEquals(
                "/cases/" + number + "/people/A#entry-" + phone,
                form.selectFirst(".recorded-answers a").attr("href"));
        assertTrue(form.select("input[name=consentGiven][checked]").isEmpty(), "of consent nothing is recorded");

        Caller.Answer refused = leaves("YES");

        assertEquals(422, refused.status());
        String field =
                refused.document().selectFirst("#phonesLeftHome").parent().text();
        assertTrue(
                field.contains(TEXTS.text("checklist.said.phone.NO", "")
                        .split("\\.")[1]
                        .strip()),
                field);
        assertEquals("CONTACT", stage());

        assertFalse(
                leaves("NO").document().select(".errors").text().contains("phone recorded"), "the block refuses it");
    }

    private Caller.Answer leaves(String phonesLeftHome) {
        return send(
                "/stages/new?for%5B%5D=A&stage=TRANSIT",
                Map.of(
                        "departure",
                        "PLANNED",
                        "happened",
                        Intake.today(),
                        "place.country",
                        "CN",
                        "phonesLeftHome",
                        phonesLeftHome));
    }

    private String stage() throws Exception {
        return Intake.value("select stage from case_file where number = ?", number);
    }

    private Caller.Answer send(String path, Map<String, String> answers) {
        String page = "/cases/" + number + path;
        String action = page.split("\\?")[0];
        Form form = Form.on(haneul.get(page)).stream()
                .filter(each -> each.post() && each.action().split("\\?")[0].equals(action))
                .findFirst()
                .orElseThrow();
        return haneul.post(form.action(), form.filled(answers, field -> "something"));
    }
}
