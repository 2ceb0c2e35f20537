package org.durumi.web.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class AlertCardTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    @Test
    void a_span_is_said_in_its_largest_unit_and_never_rounded_up() {
        assertEquals("a minute", AlertCard.span(Duration.ofSeconds(20), ENGLISH));
        assertEquals("1 minute", AlertCard.span(Duration.ofSeconds(80), ENGLISH));
        assertEquals("60 minutes", AlertCard.span(Duration.ofHours(1), ENGLISH));
        assertEquals("3 hours", AlertCard.span(Duration.ofMinutes(239), ENGLISH));
        assertEquals("24 hours", AlertCard.span(Duration.ofHours(24), ENGLISH));
        assertEquals("4 days", AlertCard.span(Duration.ofHours(100), ENGLISH));
    }

    @Test
    void koreans_read_it_naturally() {
        assertEquals("55분", AlertCard.span(Duration.ofMinutes(55), KOREAN));
        assertEquals("3시간", AlertCard.span(Duration.ofMinutes(239), KOREAN));
        assertEquals("2시간 안에 확인하세요 – 2026-11-22 14:00까지", KOREAN.text("alert.card.due", "2시간", "2026-11-22 14:00"));
    }
}
