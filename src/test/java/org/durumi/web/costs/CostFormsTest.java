package org.durumi.web.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.costs.NewNormPrice;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.RouteKind;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.PageNumber;
import org.junit.jupiter.api.Test;

class CostFormsTest {
    private static final ParticipantId SOMEBODY = ParticipantId.create();
    private static final BrokerId BROKER = BrokerId.create();

    private static FormInput typed(String... fieldsAndValues) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.add(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return FormInput.of(fields);
    }

    private static FormInput typedQuote() {
        return typed(
                "broker", BROKER.toString(),
                "participant[]", SOMEBODY.toString(),
                "amount", "2,500,000",
                "amount.currency", "KRW",
                "basis", "PER_PERSON",
                "statedEquivalent", "around USD 1,916",
                "obtainedOn", "2026-11-12",
                "obtainedHow", "VIA_ACQUAINTANCE");
    }

    @Test
    void a_quote_is_read_as_it_was_typed_and_the_equivalent_stays_as_written() {
        assertEquals(
                Optional.of(new NewQuote(
                        BROKER,
                        Set.of(SOMEBODY),
                        PriceBasis.PER_PERSON,
                        Money.of("2500000", "KRW"),
                        "around USD 1,916",
                        Optional.empty(),
                        "",
                        LocalDate.of(2026, 11, 12),
                        Optional.empty(),
                        ObtainedHow.VIA_ACQUAINTANCE)),
                QuoteController.FORM.read(typedQuote()));
    }

    @Test
    void whom_a_quote_is_for_is_asked_as_in_every_form() {
        FormInput blank = QuoteController.blank(Set.of(SOMEBODY), LocalDate.of(2026, 11, 12));

        assertEquals(Optional.of(Set.of(SOMEBODY)), blank.read(FormInput.WHOM, Field.whom()));
        assertTrue(QuoteController.FORM.names().contains(FormInput.WHOM));
    }

    @Test
    void an_unknown_upfront_share_is_no_error_and_more_than_everything_is() {
        FormInput tooMuch = typedQuote().with("upfrontShare", "101");

        assertEquals(
                Optional.empty(),
                QuoteController.FORM.read(typedQuote()).orElseThrow().upfrontShare());
        assertEquals(
                Optional.of(0),
                QuoteController.FORM
                        .read(typedQuote().with("upfrontShare", "0"))
                        .orElseThrow()
                        .upfrontShare());
        assertTrue(QuoteController.FORM.read(tooMuch).isEmpty());
        assertTrue(tooMuch.errors().isAt("upfrontShare"));
        assertEquals("2,500,000", tooMuch.typed("amount"));
    }

    @Test
    void a_quote_without_broker_people_or_amount_says_so_at_each_field() {
        FormInput input = typed("basis", "TOTAL", "obtainedOn", "yesterday");

        assertTrue(QuoteController.FORM.read(input).isEmpty());
        assertTrue(input.errors().isAt("broker"));
        assertTrue(input.errors().isAt("participant[]"));
        assertTrue(input.errors().isAt("amount"));
        assertTrue(input.errors().isAt("obtainedOn"));
        assertTrue(input.errors().isAt("obtainedHow"));
    }

    @Test
    void the_prices_of_a_norm_share_the_currency_that_was_chosen() {
        NewNormPrice norm = NormPriceController.FORM
                .read(typed(
                        "route", "LAND_VIA_CHINA",
                        "low", "10000",
                        "low.currency", "CNY",
                        "high", "20,000",
                        "upfrontShare", "100",
                        "validFrom", "2026-01-01",
                        "source", "press"))
                .orElseThrow();

        assertEquals(RouteKind.LAND_VIA_CHINA, norm.route());
        assertEquals(Money.of("10000", "CNY"), norm.low());
        assertEquals(Optional.of(Money.of("20000", "CNY")), norm.high());
        assertEquals(Optional.empty(), norm.typical());
        assertEquals(Optional.of(100), norm.upfrontShare());
        assertEquals(Optional.empty(), norm.validUntil());
    }

    @Test
    void a_damaged_last_day_is_an_error_and_not_the_end_of_nothing() {
        FormInput input = typed(
                "route",
                "DMZ",
                "low",
                "1",
                "low.currency",
                "KRW",
                "validFrom",
                "2026-01-01",
                "validUntil",
                "soon",
                "source",
                "press");

        assertTrue(NormPriceController.FORM.read(input).isEmpty());
        assertTrue(input.errors().isAt("validUntil"));
    }

    @Test
    void a_deviation_is_said_with_its_sign_in_both_languages() {
        Texts english = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
        Texts korean = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

        assertEquals("−75 %", english.text("quote.card.deviation", -1, 75));
        assertEquals("±0 %", english.text("quote.card.deviation", 0, 0));
        assertEquals("+120 %", english.text("quote.card.deviation", 1, 120));
        assertEquals("−75%", korean.text("quote.card.deviation", -1, 75));
    }

    @Test
    void a_page_that_cannot_be_read_is_the_first() {
        assertEquals(1, PageNumber.read(null).value());
        assertEquals(1, PageNumber.read("-3").value());
        assertEquals(1, PageNumber.read("99999999999").value());
        assertEquals(2, PageNumber.read("2").value());
        assertEquals("/brokers?page=1", PageNumber.read("2").before("/brokers"));
        assertEquals("", PageNumber.read("2").after("/brokers", false));
    }
}
