package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of a form that is filled again names one kept form, whatever it named before, and only pages of the same case show it. */
class FilledWithTest {
    private static final UUID FORM = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "/norm-prices/new, /norm-prices/new?kept=ID",
        "/cases/new?kind=PAIR, /cases/new?kind=PAIR&kept=ID",
        "/norm-prices/new?kept=x, /norm-prices/new?kept=ID",
        "/cases/new?kind=PAIR&kept=x, /cases/new?kind=PAIR&kept=ID",
        "/cases/new?kept=x&kind=PAIR, /cases/new?kind=PAIR&kept=ID",
        "/cases/new?a=1&kept=x&kind=PAIR, /cases/new?a=1&kind=PAIR&kept=ID",
        "/cases/new?unkept=x, /cases/new?unkept=x&kept=ID"
    })
    void it_names_the_form_once(String before, String after) {
        assertEquals(after.replace("ID", FORM.toString()), Pages.filledWith(FORM, before));
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/C-2026-7F3KQM/attempts/new, /cases/C-2026-7F3KQM/attempts/new, true",
        "/cases/C-2026-7F3KQM/stages/new?stage=X, /cases/C-2026-7F3KQM, true",
        "/cases/C-2026-7F3KQM/attempts/new, /cases/C-2026-7F3KQN/attempts/new, false",
        "/cases/C-2026-7F3KQM/attempts/new, /cases/C-2026-7F3KQMN, false",
        "/cases/C-2026-7F3KQM/attempts/new, /brokers/new, false",
        "/cases/new?kind=PAIR, /cases/new, true",
        "/brokers/new, /cases/C-2026-7F3KQM, true"
    })
    void what_was_typed_for_a_case_is_shown_on_its_own_pages_alone(String sent, String page, boolean shown) {
        assertEquals(shown, Pages.isOfSameCase(sent, page));
    }
}
