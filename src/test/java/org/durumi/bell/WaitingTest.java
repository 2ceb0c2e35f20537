package org.durumi.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Locale;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    @Test
    void the_number_is_of_all_kinds_together_and_the_words_say_each() {
        Waiting some = new Waiting(1, 2, 3, 0, 1);
        assertEquals("7", some.number());
        assertEquals("Waiting for you: 1 emergency, 2 check-ins to look into, 3 alerts, 1 task", some.words(ENGLISH));
        assertEquals("알림: 긴급 열람 1건, 살펴야 할 안부 확인 2건, 경보 3건, 할 일 1건", some.words(KOREAN));
    }

    @Test
    void nothing_is_said_too() {
        assertTrue(Waiting.nothing().isNothing());
        assertEquals("0", Waiting.nothing().number());
        assertEquals("Nothing waits for you", Waiting.nothing().words(ENGLISH));
        assertEquals("기다리는 알림이 없습니다", Waiting.nothing().words(KOREAN));
    }

    @Test
    void of_very_much_it_is_said_that_it_is_more_than_was_counted() {
        assertEquals("99", new Waiting(0, 0, 49, 0, 50).number());
        assertEquals("99+", new Waiting(0, 0, 50, 0, 50).number());
        assertEquals("Waiting for you: 99 alerts", new Waiting(0, 0, 99, 0, 0).words(ENGLISH));
        assertEquals("Waiting for you: more than 99 alerts", new Waiting(0, 0, Waiting.MOST, 0, 0).words(ENGLISH));
        assertEquals("알림: 할 일 99건 넘음", new Waiting(0, 0, 0, 0, Waiting.MOST).words(KOREAN));
    }
}
