package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.Samples;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final UUID SOME = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    private static final PartialDate LATE_MARCH =
            PartialDate.read("2026-03", Qualifier.LATE).orElseThrow().inTheWords("지난달 말");

    private final FormInput input = FormInput.blank();

    private String error(String field) {
        return input.errors().lines().stream()
                .filter(line -> line.field().equals(field))
                .map(line -> line.message().key())
                .findFirst()
                .orElse("");
    }

    /** Each kind, a value of it, and how a reader says that. */
    private static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Field.line(40), "old phone", "old phone"),
                Arguments.of(Field.optionalLine(40), "", ""),
                Arguments.of(Field.lines(3, 40), "locked in\nfor a week", "locked in\nfor a week"),
                Arguments.of(Field.optionalLines(40), "", ""),
                Arguments.of(Field.choice(Means.class), Means.TAXI, ENGLISH.text(Means.TAXI)),
                Arguments.of(Field.answer(), Answer.NO, "No"),
                Arguments.of(Field.tick(), true, "Yes"),
                Arguments.of(Field.tick(), false, "No"),
                Arguments.of(Field.date(), LATE_MARCH, ENGLISH.date(LATE_MARCH) + " “지난달 말”"),
                Arguments.of(Field.date(), PartialDate.unknown().inTheWords("long ago"), "unknown “long ago”"),
                Arguments.of(
                        Field.date(),
                        LATE_MARCH.said(Optional.of(LocalDate.of(2026, 4, 8))),
                        "late 2026-03 “지난달 말”, said on 2026-04-08"),
                Arguments.of(Field.date(), PartialDate.unknown(), ENGLISH.date(PartialDate.unknown())),
                Arguments.of(Field.day(), LocalDate.of(2026, 11, 22), "2026-11-22"),
                Arguments.of(Field.number(0, 9), 0, "0"),
                Arguments.of(Field.money(), Money.of("12.50", "USD"), "USD\u00a012.50"),
                Arguments.of(Field.moneyIn("low.currency"), Money.of("12", "KRW"), "KRW\u00a012"),
                Arguments.of(Field.place(), new Place("Kunming", "CN"), "Kunming, China"),
                Arguments.of(Field.place(), new Place("", "CN"), "China"),
                Arguments.of(Field.place(), Place.unknown(), "Unknown"),
                Arguments.of(Field.country(), new CountryCode("TH"), "Thailand"),
                Arguments.of(Field.user(), new UserId("seo"), "seo"),
                Arguments.of(Field.id(BrokerId::new), new BrokerId(SOME), SOME.toString()),
                Arguments.of(
                        Field.whom(), Set.of(new ParticipantId(OTHER), new ParticipantId(SOME)), SOME + ", " + OTHER),
                Arguments.of(Field.number(0, 9).optional(), Optional.of(4), "4"),
                Arguments.of(Field.number(0, 9).optional(), Optional.empty(), ENGLISH.text(Answer.UNKNOWN)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void what_fills_a_field_is_read_again_and_said_in_the_readers_words(Field<T> kind, T value, String words) {
        input.with("field", kind, value);

        assertEquals(Optional.of(value), input.read("field", kind));
        assertTrue(input.isValid());
        assertEquals(words, kind.show(value, ENGLISH));
    }

    /** Each kind, what stands in its fields, and the key of what is wrong with it. */
    private static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(Field.line(9), Map.of(), "form.required"),
                Arguments.of(Field.line(9), Map.of("x", " \t "), "form.required"),
                Arguments.of(Field.line(3), Map.of("x", "가나다라"), "form.too-long"),
                Arguments.of(Field.line(9), Map.of("x", "two\nlines"), "form.characters"),
                Arguments.of(Field.line(9), Map.of("x", "a\u202Eb"), "form.characters"),
                Arguments.of(Field.optionalLine(3), Map.of("x", "가나다라"), "form.too-long"),
                Arguments.of(Field.lines(3, 9), Map.of(), "form.required"),
                Arguments.of(Field.lines(3, 9), Map.of("x", "가나"), "form.too-short"),
                Arguments.of(Field.optionalLines(9), Map.of("x", "a\u0007b"), "form.characters"),
                Arguments.of(Field.choice(Means.class), Map.of(), "form.choose"),
                Arguments.of(Field.user(), Map.of(), "form.choose"),
                Arguments.of(Field.user(), Map.of("x", "a\u0000"), "form.choose"),
                Arguments.of(Field.user(), Map.of("x", "a".repeat(65)), "form.choose"),
                Arguments.of(Field.user(), Map.of("x", "𠮷".repeat(64)), "form.choose"),
                Arguments.of(Field.choice(Means.class), Map.of("x", "ROCKET"), "form.choose"),
                Arguments.of(Field.choice(Means.class).optional(), Map.of("x", "ROCKET"), "form.choose"),
                Arguments.of(Field.answer(), Map.of("x", "MAYBE"), "form.choose"),
                Arguments.of(Field.date(), Map.of("x", "2026-13"), "form.not-a-date"),
                Arguments.of(Field.date(), Map.of("x", "2026-02-30"), "form.not-a-date"),
                Arguments.of(Field.date(), Map.of("x", "26.3."), "form.not-a-date"),
                Arguments.of(Field.date(), Map.of("x", "5.9.2016"), "form.two-days"),
                Arguments.of(Field.date(), Map.of("x", "2026-03-28", "x.qualifier", "LATE"), "form.part-of-a-day"),
                Arguments.of(Field.date(), Map.of("x", "지난달"), "form.not-a-date"),
                Arguments.of(Field.date(), Map.of("x", "2026 ~ 2027", "x.qualifier", "BY"), "form.date.of-a-range"),
                Arguments.of(Field.date(), Map.of("x", "by 2026", "x.qualifier", "LATE"), "form.date.two-qualifiers"),
                Arguments.of(
                        Field.date(),
                        Map.of("x", "2026-03", "x.words", "last month", "x.said", "2026-03-28"),
                        "form.date.words-disagree"),
                Arguments.of(Field.day(), Map.of(), "form.required"),
                Arguments.of(Field.day(), Map.of("x", "2026-11"), "form.not-a-day"),
                Arguments.of(Field.day().optional(), Map.of("x", "soon"), "form.not-a-day"),
                Arguments.of(Field.number(1, 9), Map.of(), "form.required"),
                Arguments.of(Field.number(1, 9), Map.of("x", "10"), "form.outside"),
                Arguments.of(Field.number(1, 9), Map.of("x", "0"), "form.outside"),
                Arguments.of(Field.number(1, 9).optional(), Map.of("x", "four"), "form.not-a-number"),
                Arguments.of(Field.money(), Map.of(), "form.required"),
                Arguments.of(Field.money(), Map.of("x", "10", "x.currency", "XYZ"), "form.not-a-currency"),
                Arguments.of(Field.money(), Map.of("x", "10", "x.currency", "XAU"), "form.not-a-currency"),
                Arguments.of(Field.money(), Map.of("x", "10.5", "x.currency", "KRW"), "form.too-many-digits"),
                Arguments.of(Field.moneyIn("y"), Map.of("x", "10", "x.currency", "KRW"), "form.not-a-currency"),
                Arguments.of(Field.place(), Map.of("x", "가".repeat(81)), "form.too-long"),
                Arguments.of(Field.country(), Map.of(), "form.choose"),
                Arguments.of(Field.country(), Map.of("x", "XX"), "form.choose"),
                Arguments.of(Field.id(BrokerId::new), Map.of(), "form.choose"),
                Arguments.of(Field.id(BrokerId::new), Map.of("x", "1-1-1-1-1"), "form.choose"),
                Arguments.of(Field.whom(), Map.of(), "form.choose"),
                Arguments.of(Field.whom(), Map.of("x", "everybody"), "form.choose"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
            Field<?> kind, Map<String, String> typed, String key) {
        typed.forEach(input::with);

        assertEquals(Optional.empty(), input.read("x", kind));
        assertEquals(key, error("x"));
        typed.forEach((field, text) -> assertEquals(text, input.typed(field)));
    }

    @ParameterizedTest
    @CsvSource({"x.qualifier, SOON, form.choose", "x.words, a\u0007b, form.characters"})
    void what_is_wrong_beside_a_date_is_said_where_it_stands(String field, String typed, String key) {
        input.with("x", "2026-03").with(field, typed);

        assertEquals(Optional.empty(), input.read("x", Field.date()));
        assertEquals(key, error(field));
        assertEquals("", error("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "지난달,    '',       지난달",
        "'',        지난달,   지난달",
        "Last month, in Feb., in Feb.",
        "2023-02,   last month, last month",
        "2023년 2월, 지난달,  지난달"
    })
    void last_month_is_the_month_before_the_day_on_which_it_was_said(String typed, String words, String kept) {
        input.with("x", typed).with("x.words", words).with("x.said", "2023-03-08");

        PartialDate read = input.read("x", Field.date()).orElseThrow();

        assertEquals("2023-02", read.typed());
        assertEquals(kept, read.words());
        assertEquals(Optional.of(LocalDate.of(2023, 3, 8)), read.saidOn());
        assertEquals(
                Optional.of(read),
                FormInput.blank().with("y", Field.date(), read).read("y", Field.date()));
    }

    @Test
    void words_whose_day_nobody_knows_are_kept_and_their_date_is_unknown() {
        input.with("x", "").with("x.words", "last month").with("x.said", "");

        assertEquals(Optional.of(PartialDate.unknown().inTheWords("last month")), input.read("x", Field.date()));
    }

    @ParameterizedTest
    @CsvSource({
        "지난달, '', '', form.date.said-when",
        "2023-02, '', 2023-03-08, form.date.said-what",
        "'', last month, 8 March, form.not-a-day"
    })
    void the_day_on_which_words_were_said_is_asked_for_where_it_is_missing_and_refused_where_it_is_wrong(
            String typed, String words, String said, String key) {
        input.with("x", typed).with("x.words", words).with("x.said", said);

        assertEquals(Optional.empty(), input.read("x", Field.date()));
        assertEquals(key, error("x.said"));
    }

    @Test
    void every_date_that_was_filled_in_is_read_again() {
        Samples.each(samples -> {
            PartialDate date = samples.coin() ? samples.partialDate() : PartialDate.unknown();
            PartialDate told =
                    samples.coin() ? date : date.inTheWords("some words").said(samples.maybe(samples::day));
            FormInput form = FormInput.blank().with("x", Field.date(), told);

            assertEquals(Optional.of(told), form.read("x", Field.date()));
        });
    }

    @Test
    void an_unknown_country_of_a_place_is_said_at_the_country() {
        input.with("x", "Kunming").with("x.country", "XX");

        assertEquals(Optional.empty(), input.read("x", Field.place()));
        assertEquals("form.choose", error("x.country"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999999-01-01", "-99999999-01-01", "2016-02-30", "2016-09-28T00:00"})
    void a_day_of_no_calendar_is_refused_at_its_field(String typed) {
        input.with("day", typed).with("when", typed);

        assertEquals(Optional.empty(), input.read("day", Field.day().optional()));
        assertEquals(Optional.empty(), input.read("when", Field.date()));
        assertEquals("form.not-a-day", error("day"));
        assertFalse(error("when").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zwei", "-5", "1e9", "1,00", "1,000,00"})
    void what_is_no_amount_is_refused(String typed) {
        input.with("x", typed).with("x.currency", "KRW");

        assertEquals(Optional.empty(), input.read("x", Field.money()));
        assertEquals("form.not-an-amount", error("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10000000000000", "10,000,000,000,000", "1,000,000,000,000,000,000", "99999999999999999999"})
    void an_amount_for_which_no_table_has_room_is_refused_and_kept(String typed) {
        input.with("x", typed).with("x.currency", "KRW");

        assertEquals(Optional.empty(), input.read("x", Field.money()));
        assertEquals("form.amount-too-large", error("x"));
        assertEquals(typed, input.typed("x"));
    }

    @Test
    void the_largest_amount_has_thirteen_digits_before_the_point() {
        input.with("x", "9,999,999,999,999.99").with("x.currency", "USD");

        assertEquals(Optional.of(Money.of("9999999999999.99", "USD")), input.read("x", Field.money()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "٣x", "0x1", "99999999999", "zwei"})
    void what_is_no_whole_number_is_refused(String typed) {
        input.with("x", typed);

        assertEquals(Optional.empty(), input.read("x", Field.number(1, 9)));
        assertEquals("form.not-a-number", error("x"));
    }

    @Test
    void commas_between_thousands_are_understood() {
        input.with("price", "2,500,000").with("price.currency", "KRW");

        assertEquals(Optional.of(Money.of("2500000", "KRW")), input.read("price", Field.money()));
    }

    @Test
    void what_is_left_blank_is_unknown_and_no_error() {
        assertEquals(Optional.of(PartialDate.unknown()), input.read("when", Field.date()));
        assertEquals(Optional.of(Place.unknown()), input.read("where", Field.place()));
        assertEquals(Optional.of(Answer.UNKNOWN), input.read("asked", Field.answer()));
        assertEquals(Optional.of(false), input.read("ready", Field.tick()));
        assertEquals(
                Optional.of(Optional.empty()),
                input.read("days", Field.number(1, 9).optional()));
        assertEquals(
                Optional.of(Optional.empty()), input.read("price", Field.money().optional()));
        assertEquals(Optional.empty(), input.readIfTyped("means", Field.choice(Means.class)));
        assertTrue(input.isValid());
    }

    @Test
    void a_field_of_several_answers_takes_each_once_in_the_order_of_the_page() {
        Field<Set<BrokerId>> several = new SeveralField<>(new IdField<>(BrokerId::new), true);
        input.with("who[]", List.of(OTHER.toString(), SOME.toString(), OTHER.toString()));

        assertEquals(
                List.of(new BrokerId(OTHER), new BrokerId(SOME)),
                input.read("who[]", several).map(List::copyOf).orElseThrow());
        assertEquals("who[]", several.named("who"));
        assertEquals("who", Field.id(BrokerId::new).optional().named("who"));
    }

    @Test
    void several_answers_of_which_none_is_needed_may_be_none() {
        Field<Set<Means>> any = new SeveralField<>(new ChoiceField<>(Means.class), false);

        assertEquals(Optional.of(new LinkedHashSet<Means>()), input.read("means[]", any));
        assertTrue(input.isValid());
    }
}
