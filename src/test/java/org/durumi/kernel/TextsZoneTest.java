package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsZoneTest {
    @ParameterizedTest
    @CsvSource({
        "ko, Asia/Seoul, 대한민국 시간 (UTC+9)",
        "en, Asia/Seoul, Korean Time (UTC+9)",
        "en, Asia/Yangon, Yangon Time (UTC+6:30)",
        "en, Europe/Berlin, Central European Time",
        "en, UTC, Coordinated Universal Time (UTC)"
    })
    void a_zone_is_said_in_words_and_with_its_hours_where_they_never_change(
            Locale language, ZoneId zone, String words) {
        assertEquals(words, new Texts(language, zone).zone());
    }
}
