package org.durumi.web.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.bell.Urgent;
import org.durumi.bell.UrgentKind;
import org.durumi.bell.Waiting;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class OpenPageTest {
    private static final Instant NOON = Instant.parse("2026-11-29T03:00:00Z");
    private static final CaseNumber NUMBER = new CaseNumber("C-2026-7F3KQM");

    private final Heard heard = new Heard();
    private final OpenPage page = new OpenPage(
            heard, new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul")), NOON.minus(Duration.ofSeconds(2)), NOON);

    /** What would have been sent. */
    private static final class Heard implements OpenPage.Sending {
        private final List<String> events = new ArrayList<>();
        private boolean over;

        @Override
        public void send(String event) {
            events.add(event);
        }

        @Override
        public void end(String last) {
            events.add(last);
            over = true;
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }

    @Test
    void how_much_waits_is_said_at_once_and_when_it_changes() {
        page.tell(Waiting.nothing(), List.of(), NOON);
        page.tell(Waiting.nothing(), List.of(), NOON.plusSeconds(2));
        page.tell(new Waiting(0, 0, 1, 0, 0), List.of(), NOON.plusSeconds(4));
        assertEquals(
                List.of(
                        "retry: 3000\n\n",
                        event(NOON, "waiting", "0", "Nothing waits for you"),
                        event(NOON.plusSeconds(4), "waiting", "1", "Waiting for you: 1 alert")),
                heard.events);
    }

    @Test
    void of_what_cannot_wait_kind_and_number_are_said_once_and_nothing_else() {
        Urgent alert = urgent("alert of a kind", UrgentKind.ALERT, Optional.of(NUMBER), NOON);
        Urgent foreign = urgent("foreign", UrgentKind.GLASS, Optional.empty(), NOON.minusSeconds(1));
        for (int look = 0; look < 3; look++) {
            page.tell(Waiting.nothing(), List.of(alert, foreign), NOON);
        }
        assertEquals(
                List.of(
                        "retry: 3000\n\n",
                        event(NOON, "told", "ALERT", NUMBER.value()),
                        event(NOON, "told", "GLASS", ""),
                        event(NOON, "waiting", "0", "Nothing waits for you")),
                heard.events);
    }

    @Test
    void what_the_page_showed_when_it_was_drawn_is_not_told_anew() {
        page.tell(
                Waiting.nothing(),
                List.of(urgent("old", UrgentKind.DURESS, Optional.of(NUMBER), NOON.minusSeconds(2))),
                NOON);
        assertTrue(heard.events.stream().noneMatch(each -> each.contains("event: told")), heard.events::toString);
    }

    @Test
    void what_a_slow_change_brings_late_is_told_and_never_twice() {
        Instant later = NOON.plus(Duration.ofMinutes(10));
        page.tell(Waiting.nothing(), List.of(), later);
        Urgent slow = urgent("slow", UrgentKind.ALERT, Optional.of(NUMBER), later.minusSeconds(50));
        for (int seconds = 0; seconds < 120; seconds += 2) {
            page.tell(Waiting.nothing(), List.of(slow), later.plusSeconds(seconds));
        }
        assertEquals(
                1,
                heard.events.stream()
                        .filter(each -> each.contains("event: told"))
                        .count());
    }

    @Test
    void a_sign_of_life_comes_every_twenty_seconds() {
        page.tell(Waiting.nothing(), List.of(), NOON);
        page.breathe(NOON.plusSeconds(19));
        page.breathe(NOON.plusSeconds(20));
        page.breathe(NOON.plusSeconds(39));
        page.breathe(NOON.plusSeconds(40));
        assertEquals(2, heard.events.stream().filter(":\n\n"::equals).count());
    }

    @Test
    void that_it_is_over_says_no_more_than_that() {
        page.ended();
        assertEquals("event: ended\ndata:\n\n", heard.events.getLast());
        assertTrue(page.isOver());
    }

    @Test
    void the_browser_says_when_it_heard_something_last_and_is_believed_for_a_quarter_of_an_hour() {
        Instant drawn = NOON.minusSeconds(60);
        assertEquals(drawn.minusSeconds(3), OpenPage.since(Optional.of("" + drawn.toEpochMilli()), NOON));
        for (String wrong : List.of(
                "",
                "0",
                "-1",
                "yesterday",
                "99999999999999999999",
                "" + NOON.plusSeconds(60).toEpochMilli(),
                "" + NOON.minus(Duration.ofMinutes(16)).toEpochMilli())) {
            assertEquals(NOON, OpenPage.since(Optional.of(wrong), NOON), wrong);
        }
        assertEquals(NOON, OpenPage.since(Optional.empty(), NOON));
    }

    private static Urgent urgent(String sign, UrgentKind kind, Optional<CaseNumber> number, Instant at) {
        return new Urgent(kind, sign, number, at);
    }

    private static String event(Instant at, String kind, String first, String second) {
        return "id: " + at.toEpochMilli() + "\nevent: " + kind + "\ndata: " + first + "\ndata: " + second + "\n\n";
    }
}
