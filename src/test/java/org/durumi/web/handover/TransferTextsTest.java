package org.durumi.web.handover;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class TransferTextsTest {
    /** Another team reads it, also one that declines: of whom and of where it is said, must not stand there. */
    @Test
    void whoever_writes_to_another_team_is_told_at_the_field_to_name_nobody_and_no_place() {
        Map.of(Locale.ENGLISH, "Write no names and no places.", Locale.KOREAN, "이름과 장소는 적지 마세요.")
                .forEach((language, sentence) -> {
                    Texts texts = new Texts(language, ZoneOffset.UTC);
                    for (String field : List.of("transfer.reason", "transfer.note", "transfer.answer.word")) {
                        assertTrue(texts.text(field + ".hint").endsWith(sentence), field);
                    }
                });
    }
}
