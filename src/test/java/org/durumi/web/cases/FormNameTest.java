package org.durumi.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what one has begun tells the forms of a case apart. */
class FormNameTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String HERE = "/cases/C-2026-7F3KQM/";

    @Test
    void a_stage_is_named_with_those_whom_it_is_about() {
        assertEquals(
                Optional.of(TEXTS.text("stage.title", "A, C", Stage.CONTACT_LOST)),
                FormName.of(HERE + "stages/new?stage=CONTACT_LOST&for%5B%5D=A&for%5B%5D=C", TEXTS));
        assertEquals(Optional.of(TEXTS.text(Stage.TRANSIT)), FormName.of(HERE + "stages/new?stage=TRANSIT", TEXTS));
    }

    @ParameterizedTest
    @CsvSource({
        "legs/new, LEG",
        "safe-contacts/new, SAFE_CONTACT",
        "referrals/new, REFERRAL",
        "vulnerabilities/00000000-0000-4000-8000-000000000001, VULNERABILITY",
        "needs/new?back=/review, NEED"
    })
    void a_fact_by_its_kind(String path, AccessGroup group) {
        assertEquals(Optional.of(TEXTS.text(group)), FormName.of(HERE + path, TEXTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stages/new", "stages/new?stage=NOTHING", "elsewhere/new", "x"})
    void what_has_no_word_has_no_name(String path) {
        assertEquals(Optional.empty(), FormName.of(HERE + path, TEXTS));
    }
}
