package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopped at a departure, a caseworker asks from there; a supervisor answers from the queue, and nothing is typed twice. */
class RequestPageIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String TYPED = "She leaves with her aunt, who knows the way to the river.";
    private static final String REASON = "The checks begin on Monday; after that nobody passes for weeks.";
    private static final String ANSWER = "Both have been told of the danger, and the phone stays at home.";

    private final Caller haneul = Caller.signedIn("haneul");
    private final Caller seo = Caller.signedIn("seo");
    private String number;

    @BeforeEach
    void a_woman_carries_a_registered_phone() {
        haneul.post("/language", "language", "en", "back", "/");
        seo.post("/language", "language", "en", "back", "/");
        number = Intake.opensCase(haneul);
        assertEquals(
                303,
                send(haneul, here("/devices/new"), Map.of("policeRegistered", "YES", "carried", "YES"))
                        .status());
    }

    @Test
    void who_is_stopped_asks_and_goes_on_with_what_was_typed() throws Exception {
        String stage = here("/stages/new?for%5B%5D=A&stage=TRANSIT");
        Map<String, String> departure = Map.of(
                "departure", "PLANNED",
                "happened", Intake.today(),
                "place.country", "CN",
                "phonesLeftHome", "NO",
                "certainty", "CONFIRMED",
                "reason", TYPED);
        Caller.Answer refused = send(haneul, stage, departure);
        assertEquals(422, refused.status());
        Element button = refused.document().selectFirst("button[form=form][name=do][value=ask]");
        assertEquals(TEXTS.text("request.ask.departure"), button.text());

        Form stopped = departure(stage);
        String ask = location(
                haneul.post(stopped.action(), and(stopped.filled(departure, field -> "something"), "do", "ask")));
        assertTrue(ask.startsWith(here("/requests/waiver?departure%5B%5D=")), ask);
        Document page = haneul.get(ask).document();
        assertTrue(page.text().contains(TEXTS.text("request.waiver.kept")), page.text());
        assertEquals(422, send(haneul, ask, Map.of("reason", "too short")).status());
        String request = location(send(haneul, ask, Map.of("reason", REASON))).split("[?#]")[0];
        assertTrue(request.startsWith(here("/requests/")), request);
        assertTrue(haneul.get("/cases").text().contains(request));

        assertTrue(seo.get("/review").text().contains(request));
        assertTrue(seo.get(here("")).document().text().contains(REASON));
        Document facts = seo.get(request).document();
        assertTrue(facts.text().contains(REASON));
        assertEquals(1, facts.select(".stands-against .findings").size());
        assertTrue(!facts.text().contains(TYPED), "what was typed is for who asked");
        Caller.Answer answered = send(seo, request + "?back=/review", Map.of("state", "GRANTED", "word", ANSWER));
        assertEquals("/review", location(answered).split("[?#]")[0]);
        assertTrue(!seo.get("/review").text().contains(request));

        Document granted = haneul.get(request).document();
        assertTrue(granted.text().contains(ANSWER));
        assertTrue(haneul.get(here("/tasks")).document().text().contains(TEXTS.text("TaskKind.ANSWERED")));
        String again = location(haneul.post(request + "/typed"));
        assertTrue(again.startsWith(here("/stages/new?")), again);
        Document filled = haneul.get(again).document();
        assertEquals(TYPED, filled.selectFirst("[name=reason]").text());
        Form form = departure(again);
        assertEquals(
                303,
                haneul.post(form.action(), form.filled(departure, field -> "something"))
                        .status());
        assertEquals("TRANSIT", Intake.value("select stage from case_file where number = ?", number));
        String timeline = haneul.get(here("/timeline")).document().text();
        assertTrue(timeline.contains(REASON) && timeline.contains(ANSWER), timeline);
        assertEquals(
                "0",
                Intake.value(
                        "select count(*)::text from request where request::text like ? or request::text like ?",
                        "%Monday%",
                        "%aunt%"));
    }

    @Test
    void a_colleague_and_a_decision_are_asked_for_from_the_menu_and_declined_or_taken_back() {
        String page = haneul.get(here("")).text();
        for (String what : new String[] {"reassignment", "decision"}) {
            assertTrue(page.contains(here("/requests/" + what)));
            String request = location(send(haneul, here("/requests/" + what), Map.of("reason", REASON)))
                    .split("[?#]")[0];
            if (what.equals("decision")) {
                assertEquals(
                        422,
                        send(seo, request, Map.of("state", "DECLINED", "word", ""))
                                .status());
                assertEquals(
                        303,
                        send(seo, request, Map.of("state", "DECLINED", "word", ANSWER))
                                .status());
            } else {
                assertEquals(303, haneul.post(request + "/withdrawal").status());
            }
            assertEquals(
                    0, seo.get(request).document().select("main [name=state]").size());
        }
    }

    private Form departure(String page) {
        return Form.on(haneul.get(page)).stream()
                .filter(each -> each.post() && each.action().startsWith(here("/stages/new")))
                .findFirst()
                .orElseThrow();
    }

    private static String[] and(String[] sent, String name, String value) {
        String[] all = Arrays.copyOf(sent, sent.length + 2);
        all[sent.length] = name;
        all[sent.length + 1] = value;
        return all;
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }

    private static String location(Caller.Answer answer) {
        assertEquals(303, answer.status(), answer::text);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Caller.Answer send(Caller who, String page, Map<String, String> answers) {
        String action = page.split("\\?")[0];
        Form form = Form.on(who.get(page)).stream()
                .filter(each -> each.post() && each.action().split("\\?")[0].equals(action))
                .findFirst()
                .orElseThrow();
        return who.post(form.action(), form.filled(answers, field -> "something"));
    }
}
