package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormInputTest {
    private final FormInput input = FormInput.blank();

    private String error(String field) {
        return input.errors().lines().stream()
                .filter(line -> line.field().equals(field))
                .map(line -> line.message().key())
                .findFirst()
                .orElse("");
    }

    @Test
    void a_value_that_fills_a_form_comes_out_of_it_again() {
        PartialDate date =
                PartialDate.read("2026-03", Qualifier.LATE).orElseThrow().inTheWords("지난달 말");
        Place kunming = new Place("쿤밍", "CN");
        Money price = Money.of("2500000", "KRW");
        input.with("when", date).with("where", kunming).with("price", price).with("means", Means.TAXI);
        input.with("more[]", EnumSet.of(Means.BUS, Means.FOOT)).withVersion(7);

        assertEquals(date, input.date("when"));
        assertEquals(kunming, input.place("where"));
        assertEquals(Optional.of(price), input.money("price"));
        assertEquals(Optional.of(Means.TAXI), input.choice("means", Means.class));
        assertEquals(EnumSet.of(Means.BUS, Means.FOOT), input.choices("more[]", Means.class));
        assertEquals(7, input.version().orElseThrow());
        assertTrue(input.isValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999999-01-01", "-99999999-01-01", "2016-02-30", "2016-9-28", "2016-09-28T00:00"})
    void a_day_of_no_calendar_is_refused_at_its_field(String typed) {
        input.with("day", typed).with("when", typed);

        assertEquals(Optional.empty(), input.optionalDay("day"));
        input.date("when");
        assertEquals("form.not-a-day", error("day"));
        assertFalse(error("when").isEmpty());
    }

    @Test
    void the_same_form_sent_again_is_the_same_creation_and_other_words_are_another() {
        String key = UUID.randomUUID().toString();
        UUID first = input.with("once", key).with("label", "old phone").once().orElseThrow();

        assertEquals(first, sent(key, "old phone").once().orElseThrow(), "the token does not count");
        assertNotEquals(first, sent(key, "new phone").once().orElseThrow());
        assertNotEquals(
                first, sent(UUID.randomUUID().toString(), "old phone").once().orElseThrow());
    }

    private static FormInput sent(String key, String label) {
        return FormInput.blank().with("token", "x").with("once", key).with("label", label);
    }

    @Test
    void what_is_left_blank_is_unknown_and_no_error() {
        assertEquals(PartialDate.unknown(), input.date("when"));
        assertEquals(Place.unknown(), input.place("where"));
        assertEquals(Answer.UNKNOWN, input.answer("asked"));
        assertEquals(OptionalInt.empty(), input.optionalNumber("days", 1, 9));
        assertEquals(Optional.empty(), input.optionalMoney("price"));
        assertEquals("", input.optionalLine("name", 9));
        assertTrue(input.isValid());
    }

    @Test
    void what_is_asked_for_must_be_there() {
        input.line("name", 9);
        input.number("days", 1, 9);
        input.money("price");
        input.choice("means", Means.class);
        input.country("country");
        input.id("broker");
        input.knownDate("when");
        assertEquals(
                List.of("name", "days", "price", "means", "country", "broker", "when"),
                input.errors().lines().stream().map(FormErrors.Line::field).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13, EXACT, form.not-a-date",
        "2026-02-30, EXACT, form.not-a-date",
        "'26.3.', EXACT, form.not-a-date",
        "2026-03-28, LATE, form.part-of-a-day",
        "2026-03, SOON, ''"
    })
    void a_wrong_date_says_what_is_wrong(String typed, String qualifier, String key) {
        input.with("when", typed).with("when.qualifier", qualifier);
        input.date("when");
        assertEquals(key, error("when"));
        assertFalse(input.isValid());
        assertEquals(typed, input.typed("when"), "what was typed stays");
    }

    @ParameterizedTest
    @CsvSource({
        "zwei, KRW, form.not-an-amount",
        "-5, KRW, form.not-an-amount",
        "1e9, KRW, form.not-an-amount",
        "'1,00', KRW, form.not-an-amount",
        "99999999999999, KRW, form.not-an-amount",
        "10.5, KRW, form.too-many-digits",
        "10, XYZ, form.not-a-currency"
    })
    void a_wrong_amount_says_what_is_wrong(String typed, String currency, String key) {
        input.with("price", typed).with("price.currency", currency);
        assertEquals(Optional.empty(), input.money("price"));
        assertEquals(key, error("price"));
    }

    @Test
    void commas_between_thousands_are_understood() {
        input.with("price", "2,500,000").with("price.currency", "KRW");
        assertEquals(Optional.of(Money.of("2500000", "KRW")), input.money("price"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "٣x", "0x1", "99999999999", "zwei"})
    void a_wrong_number_is_refused(String typed) {
        input.with("days", typed);
        input.number("days", 1, 9);
        assertEquals("form.not-a-number", error("days"));
    }

    @Test
    void a_number_outside_says_its_limits() {
        input.with("days", "10");
        input.number("days", 1, 9);
        assertEquals("form.outside", error("days"));
    }

    @Test
    void an_answer_that_was_not_offered_is_refused() {
        input.with("means", "ROCKET").with("country", "XX").with("broker", "1-1-1-1-1");
        input.choice("means", Means.class);
        assertEquals(Optional.<CountryCode>empty(), input.country("country"));
        assertEquals(Optional.<UUID>empty(), input.id("broker"));
        assertEquals("form.choose", error("means"));
        assertEquals("form.choose", error("country"));
        assertEquals("form.choose", error("broker"));
    }

    @Test
    void a_text_is_measured_in_characters_and_checked_for_deceptive_ones() {
        input.with("short", "가나").with("long", "가나다라").with("bad", "a\u202Eb");
        input.lines("short", 3, 10);
        input.line("long", 3);
        input.line("bad", 10);
        assertEquals("form.too-short", error("short"));
        assertEquals("form.too-long", error("long"));
        assertEquals("form.characters", error("bad"));
    }

    @Test
    void a_broken_rule_is_shown_at_its_field_or_on_top() {
        input.refuse(RuleViolation.at("stage", "stage.change.not-allowed"));
        input.refuse(new RuleViolation("stage.blocked"));
        assertEquals("stage.change.not-allowed", error("stage"));
        assertEquals("stage.blocked", input.errors().lines().get(0).message().key());
    }

    @Test
    void a_creating_form_carries_a_key_that_stays_when_it_is_shown_again() {
        UUID key = input.once().orElseThrow();
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle(FormInput.ONCE, input.typed(FormInput.ONCE));
        assertEquals(key, FormInput.of(sent).once().orElseThrow());
        FormInput without = FormInput.of(new MultivaluedHashMap<>());
        assertTrue(without.once().isEmpty());
        assertFalse(without.isValid());
    }
}
