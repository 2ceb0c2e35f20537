package org.durumi.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a form of a case that is there is kept as one of it. */
class LaterFormsTest {
    @ParameterizedTest
    @CsvSource({
        "/cases/C-2026-7F3KQM/attempts/new, true",
        "/cases/C-2026-7F3KQM/stages/new?stage=TRANSIT&for%5B%5D=A, true",
        "/cases/C-2026-7F3KQM, false",
        "/cases/C-2026-7F3KQM?x=y, false",
        "/cases/C-2026-7f3kqm/attempts/new, false",
        "/cases/new, false",
        "/cases/new?kind=PAIR, false",
        "/brokers/C-2026-7F3KQM/attempts/new, false",
        "/cases, false",
        "/, false"
    })
    void an_address_is_of_a_form_of_a_case(String address, boolean is) {
        assertEquals(is, new LaterForms().isOfCase(address));
    }
}
