package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.junit.jupiter.api.Test;

class SealedColumnTest {
    private static final UUID ROW = UUID.randomUUID();

    private final CaseKey key = TestKeys.of(CaseId.create());

    /** One component of each type that a row may hold. */
    record Everything(
            String text,
            Answer carried,
            int points,
            Integer days,
            boolean leftBehind,
            Optional<Integer> idChecks,
            Optional<Means> means,
            List<Place> places,
            PartialDate happened,
            Place from,
            Money asked,
            LocalDate knownOn,
            UUID subject,
            EntryId leg,
            List<ParticipantId> travellers) {}

    private static final Everything EVERYTHING = new Everything(
            "쿤밍 昆明 «at a check»",
            Answer.UNKNOWN,
            -40,
            366,
            true,
            Optional.of(3),
            Optional.empty(),
            List.of(new Place("Kunming", "CN"), Place.unknown()),
            PartialDate.in(YearMonth.of(2016, 9)).inTheWords("in autumn"),
            new Place("Liaoning", "CN"),
            Money.of("10000000", "KRW"),
            LocalDate.of(1899, 12, 31),
            UUID.randomUUID(),
            EntryId.create(),
            List.of(ParticipantId.create(), ParticipantId.create()));

    @Test
    void what_was_sealed_is_read_again_whatever_a_row_says() {
        assertEquals(EVERYTHING, reopened(Everything.class, EVERYTHING, Everything.class));
    }

    @Test
    void text_is_read_as_it_was_written_even_if_it_is_none() {
        for (String text : List.of("", "\0", "\uD83D\uDE00 \uFEFF\u202E", "x".repeat(10_000))) {
            assertEquals(new One(text), reopened(One.class, new One(text), One.class));
        }
    }

    record One(String text) {}

    /** What {@link One} may become: each new component comes last. */
    record Grown(
            String text,
            String more,
            Answer registered,
            Optional<Integer> days,
            List<String> words,
            PartialDate happened,
            Place place) {}

    @Test
    void a_component_that_was_added_later_says_unknown_in_what_was_sealed_before() {
        Grown grown = reopened(One.class, new One("an old phone"), Grown.class);

        assertEquals(
                new Grown(
                        "an old phone",
                        "",
                        Answer.UNKNOWN,
                        Optional.empty(),
                        List.of(),
                        PartialDate.unknown(),
                        Place.unknown()),
                grown);
    }

    record GrownWithin(One one) {}

    record GrownWithinLater(Grown one) {}

    @Test
    void a_record_within_a_record_may_grow_too() {
        GrownWithinLater later =
                reopened(GrownWithin.class, new GrownWithin(new One("an old phone")), GrownWithinLater.class);

        assertEquals("an old phone", later.one().text());
        assertEquals(Answer.UNKNOWN, later.one().registered());
    }

    record WithANumber(String text, int number) {}

    @Test
    void a_number_that_was_added_later_cannot_be_guessed() {
        assertThrows(WillNotOpen.class, () -> reopened(One.class, new One("an old phone"), WithANumber.class));
    }

    @Test
    void what_a_newer_version_has_sealed_is_not_read_by_halves() {
        Grown grown = reopened(One.class, new One("an old phone"), Grown.class);

        assertThrows(WillNotOpen.class, () -> reopened(Grown.class, grown, One.class));
    }

    record Nameless(String text, Object whatever) {}

    @Test
    void a_record_that_cannot_be_sealed_is_refused_when_it_is_declared() {
        assertThrows(IllegalArgumentException.class, () -> new SealedColumn<>("leg", "sealed", Nameless.class));
    }

    record Crossing(Means means) {}

    record Vessel(Boats means) {}

    private enum Boats {
        RAFT
    }

    @Test
    void a_value_that_does_not_fit_says_nothing_of_itself() {
        WillNotOpen refused = assertThrows(
                WillNotOpen.class, () -> reopened(Crossing.class, new Crossing(Means.TRAIN), Vessel.class));

        assertFalse((refused.getMessage() + refused.getCause()).contains("TRAIN"));
    }

    @Test
    void the_length_tells_little() {
        assertEquals(length(new One("김")), length(new One("남궁민수 in Kunming")));
        assertEquals(length(new Crossing(Means.CAR)), length(new Crossing(Means.UNKNOWN)));
        assertTrue(length(new One("x".repeat(200))) > length(new One("김")));
    }

    @Test
    void a_stored_value_says_nothing_before_it_is_opened() {
        SealedColumn<One> column = new SealedColumn<>("device", "sealed", One.class);
        Sealed sealed = column.seal(new One("an old phone"), ROW, key);
        Sealed stored = new Sealed(sealed.bytes());

        assertEquals("an old phone", column.read(sealed).text());
        assertThrows(IllegalStateException.class, () -> column.read(stored));
        assertEquals("an old phone", column.read(column.open(stored, ROW, key)).text());
        assertEquals("sealed", column.open(stored, ROW, key).toString());
    }

    @Test
    void where_nothing_was_said_there_is_nothing_to_open() {
        SealedText strike = new SealedText("stage_entry", "sealed_strike");

        assertEquals("", strike.read(strike.open(Sealed.nothing(), ROW, key)));
        assertEquals("a mistake", strike.read(strike.seal("a mistake", ROW, key)));
    }

    private <A extends Record, B extends Record> B reopened(Class<A> written, A said, Class<B> read) {
        Sealed sealed = new SealedColumn<>("device", "sealed", written).seal(said, ROW, key);
        SealedColumn<B> column = new SealedColumn<>("device", "sealed", read);
        return column.read(column.open(new Sealed(sealed.bytes()), ROW, key));
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> int length(R said) {
        return new SealedColumn<>("device", "sealed", (Class<R>) said.getClass())
                .seal(said, ROW, key)
                .bytes()
                .length;
    }
}
