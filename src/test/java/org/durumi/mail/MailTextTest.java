package org.durumi.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

/** A mail says a number, a kind and the way there, in the language of its reader. */
class MailTextTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Texts KOREAN = new Texts(Locale.KOREAN, SEOUL);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, SEOUL);
    private static final CaseNumber NUMBER = new CaseNumber("C-2026-7F3KQM");
    private static final String BASE = "https://durumi.example.org";

    @Test
    void one_notice_is_one_line_and_a_way_there() {
        MailText text = MailText.of(List.of(told(MailCause.MISSED)), ENGLISH, BASE);
        assertEquals("Durumi: 1 notice", text.subject());
        assertEquals(
                "A check-in is overdue: C-2026-7F3KQM\nhttps://durumi.example.org/cases/C-2026-7F3KQM\n\n"
                        + "Sign in to Durumi to see more. This mail says no more on purpose.\n",
                text.body());
    }

    @Test
    void several_come_together_in_the_language_of_their_reader() {
        MailText text = MailText.of(
                List.of(told(MailCause.DURESS), told(MailCause.ALERT), told(MailCause.GLASS)), KOREAN, BASE);
        assertEquals("두루미: 알림 3건", text.subject());
        String way = "\nhttps://durumi.example.org/cases/C-2026-7F3KQM\n\n";
        assertEquals(
                "안부 확인에서 위험 신호가 있었습니다: C-2026-7F3KQM" + way + "경보가 떴습니다(위급): C-2026-7F3KQM" + way
                        + "긴급 열람이 있었습니다: C-2026-7F3KQM" + way
                        + "자세한 내용은 두루미에 로그인하여 확인하세요. 안전을 위해 메일에는 더 적지 않습니다.\n",
                text.body());
    }

    @Test
    void of_very_many_it_says_how_many() {
        List<WaitingMail> many = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            many.add(told(MailCause.MISSED));
        }
        MailText text = MailText.of(many, ENGLISH, BASE);
        assertEquals("Durumi: 57 notices", text.subject());
        assertTrue(text.body().contains("And 7 more."));
    }

    @Test
    void the_same_notices_have_the_same_identifier_and_others_another() {
        WaitingMail one = told(MailCause.MISSED);
        WaitingMail other = told(MailCause.MISSED);
        assertEquals(
                MailText.of(List.of(one, other), ENGLISH, BASE).id(),
                MailText.of(List.of(other, one), KOREAN, BASE).id());
        assertNotEquals(
                MailText.of(List.of(one), ENGLISH, BASE).id(),
                MailText.of(List.of(one, other), ENGLISH, BASE).id());
    }

    @Test
    void once_a_day_is_at_eight_in_the_morning_where_the_organisation_is_unless_it_is_urgent() {
        Instant atNight = Instant.parse("2026-11-28T22:59:59Z");
        Instant atEight = Instant.parse("2026-11-28T23:00:00Z");
        assertEquals(atEight, MailRhythm.DAILY.due(atNight, false, SEOUL));
        assertEquals(Instant.parse("2026-11-29T23:00:00Z"), MailRhythm.DAILY.due(atEight, false, SEOUL));
        assertEquals(atNight, MailRhythm.DAILY.due(atNight, true, SEOUL));
        assertEquals(atNight, MailRhythm.AT_ONCE.due(atNight, false, SEOUL));
    }

    private static WaitingMail told(MailCause cause) {
        return new WaitingMail(
                UUID.randomUUID(),
                NUMBER,
                cause,
                cause == MailCause.ALERT ? Optional.of(Level.CRITICAL) : Optional.empty(),
                cause == MailCause.DURESS,
                Instant.EPOCH);
    }
}
