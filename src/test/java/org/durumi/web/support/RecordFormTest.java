package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import org.durumi.circumstances.LegState;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.Visible;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final ParticipantId A = ParticipantId.create();
    private static final ParticipantId B = ParticipantId.create();

    /** A record with a component of every kind; their names have labels in the form of a leg. */
    public record Everything(
            @NotEmpty Set<ParticipantId> travellers,
            Place from,
            Optional<CountryCode> to,
            Means means,
            @Visible @Longest(value = 30, lines = true) String vessel,
            @Longest(10) String border,
            PartialDate left,
            Optional<LocalDate> arrived,
            @Min(1) @Max(9) int days,
            Optional<@Min(0) @Max(99) Integer> idChecks,
            LegState state) {}

    /** The other kinds; their names have labels in the form of a quote. */
    public record Others(
            ParticipantId broker,
            Set<Means> participants,
            Money amount,
            LocalDate obtainedOn,
            Answer basis,
            boolean services) {}

    private static final RecordForm<Everything> FORM = RecordForm.of("leg.form", Everything.class);

    private static final Everything KNOWN = new Everything(
            Set.of(A, B),
            new Place("Kunming", "CN"),
            Optional.of(new CountryCode("LA")),
            Means.TAXI,
            "an old van,\nblue",
            "",
            PartialDate.in(YearMonth.of(2026, 3)),
            Optional.empty(),
            4,
            Optional.of(0),
            LegState.PLANNED);

    private static List<String> errors(FormInput input) {
        return input.errors().lines().stream()
                .map(line -> line.field() + " " + line.message().key())
                .toList();
    }

    @Test
    void what_is_known_fills_the_form_and_is_read_again() {
        assertEquals(Optional.of(KNOWN), FORM.read(FORM.fill(FormInput.blank(), KNOWN)));

        RecordForm<Others> form = RecordForm.of("quote.form", Others.class);
        Others others =
                new Others(A, Set.of(Means.BUS), Money.of("10", "CNY"), LocalDate.of(2026, 11, 22), Answer.YES, true);
        assertEquals(Optional.of(others), form.read(form.fill(FormInput.blank(), others)));
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        FormInput input = FormInput.blank();

        assertEquals(Optional.empty(), FORM.read(input));
        assertEquals(
                List.of(
                        "travellers[] form.choose",
                        "means form.choose",
                        "vessel form.required",
                        "days form.required",
                        "state form.choose"),
                errors(input));
    }

    @Test
    void a_wrong_field_keeps_what_was_typed_in_every_field() {
        FormInput input =
                FORM.fill(FormInput.blank(), KNOWN).with("days", "four").with("border", "eleven letters");

        assertEquals(Optional.empty(), FORM.read(input));
        assertEquals(List.of("border form.too-long", "days form.not-a-number"), errors(input));
        assertEquals("four", input.typed("days"));
        assertEquals("Kunming", input.typed("from"));
        assertTrue(input.isChosen("travellers[]", A.toString()));
    }

    @Test
    void fields_of_one_of_several_people_begin_with_a_prefix() {
        FormInput input = FormInput.blank();
        input.with("person1.broker", A.toString())
                .with("person1.participants[]", List.of("BUS"))
                .with("person1.amount", "10")
                .with("person1.amount.currency", "CNY")
                .with("person1.obtainedOn", "2026-11-22");
        RecordForm<Others> form = RecordForm.of("quote.form", Others.class);

        assertEquals(
                Set.of(Means.BUS), form.read(input, "person1.").orElseThrow().participants());
        assertEquals(Optional.empty(), form.read(input, "person2."));
        assertTrue(input.errors().isAt("person2.broker"));
    }

    @Test
    void two_who_wrote_see_both_texts_under_the_labels_of_the_form() {
        Everything other = new Everything(
                KNOWN.travellers(),
                Place.unknown(),
                Optional.empty(),
                Means.BUS,
                KNOWN.vessel(),
                "",
                KNOWN.left(),
                Optional.empty(),
                4,
                Optional.empty(),
                LegState.PLANNED);
        Map<ParticipantId, String> letters = Map.of(A, "A", B, "B");

        List<Difference> differences = FORM.<Set<ParticipantId>>saying(
                        "travellers",
                        who -> String.join(
                                ", ", who.stream().map(letters::get).sorted().toList()))
                .differences(KNOWN, other, ENGLISH);

        assertEquals(new Difference("leg.form.travellers", "A, B", "A, B"), differences.get(0));
        assertEquals(new Difference("leg.form.from", "Kunming, China", "Unknown"), differences.get(1));
        assertEquals(new Difference("leg.form.id-checks", "0", ENGLISH.text(Answer.UNKNOWN)), differences.get(9));
        assertEquals(
                List.of("leg.form.from", "leg.form.to", "leg.form.means", "leg.form.id-checks"),
                differences.stream()
                        .filter(each -> !each.isSame())
                        .map(Difference::label)
                        .toList());
    }

    @Test
    void what_is_not_kept_is_read_but_never_filled_in_or_shown() {
        RecordForm<Everything> form = FORM.unkept("vessel");

        assertFalse(form.fill(FormInput.blank(), KNOWN).has("vessel"));
        assertEquals(10, form.differences(KNOWN, KNOWN, ENGLISH).size());
        assertEquals(
                KNOWN,
                form.read(form.fill(FormInput.blank(), KNOWN).with("vessel", KNOWN.vessel()))
                        .orElseThrow());
        assertTrue(FORM.fill(FormInput.blank(), KNOWN).has("vessel"), "the form that was asked is as it was");
    }

    @Test
    void a_length_is_said_by_the_record() {
        assertEquals(30, FORM.longest("vessel"));
        assertEquals(10, FORM.longest("border"));
        assertThrows(IllegalArgumentException.class, () -> FORM.longest("days"));
        assertThrows(IllegalArgumentException.class, () -> FORM.longest("weight"));
    }

    @Test
    void a_field_has_the_name_of_its_component_in_the_order_of_the_record() {
        assertEquals(
                List.of(
                        "travellers[]",
                        "from",
                        "to",
                        "means",
                        "vessel",
                        "border",
                        "left",
                        "arrived",
                        "days",
                        "idChecks",
                        "state"),
                FORM.names());
    }

    /** What a form cannot ask for without being told how. */
    public record Moment(Instant left) {}

    /** Whether it happened is said in one field of its own. */
    private record TruthField() implements Field<Instant> {
        @Override
        public Optional<Instant> read(FormInput input, String name) {
            return input.isTicked(name) ? Optional.of(Instant.EPOCH) : input.refuse(name, "form.required");
        }

        @Override
        public void fill(FormInput input, String name, Instant value) {
            input.with(name, "yes");
        }

        @Override
        public String show(Instant value, Texts texts) {
            return texts.moment(value);
        }
    }

    @Test
    void a_component_of_no_known_kind_gets_a_field_of_its_own_by_name() {
        RecordForm<Moment> form = RecordForm.of("leg.form", Moment.class, Map.of("left", new TruthField()));
        FormInput blank = FormInput.blank();

        assertEquals(
                Optional.of(new Moment(Instant.EPOCH)),
                form.read(form.fill(FormInput.blank(), new Moment(Instant.EPOCH))));
        assertEquals(Optional.empty(), form.read(blank));
        assertEquals(List.of("left form.required"), errors(blank));
    }

    /** A text without a limit. */
    public record Endless(String from) {}

    /** A number without limits. */
    public record Countless(int days) {}

    /** Something that nobody can choose from a list. */
    public record Dates(Set<LocalDate> left) {}

    /** A component without a label. */
    public record Nameless(@Longest(9) String nickname) {}

    /** A record that only its package can make. */
    record Hidden(@Longest(9) String from) {}

    /** A record that asks for less than its form lets through. */
    public record Odd(@Min(0) @Max(9) int days) {
        public Odd {
            if (days % 2 == 0) {
                throw new IllegalArgumentException("even");
            }
        }
    }

    @Test
    void a_record_that_no_form_can_ask_for_is_refused_before_anybody_opens_its_page() {
        refused("no kind of field for java.time.Instant", Moment.class);
        refused("Endless.from: it has no @Longest", Endless.class);
        refused("Countless.days: it has no @Min", Countless.class);
        refused("Dates.left: no kind of field", Dates.class);
        refused("Hidden is not public", Hidden.class);
        assertThrows(MissingResourceException.class, () -> RecordForm.of("leg.form", Nameless.class));
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordForm.of("leg.form", Everything.class, Map.of("leftt", Field.date())));
        assertThrows(IllegalArgumentException.class, () -> FORM.unkept("number"));
        assertThrows(IllegalArgumentException.class, () -> FORM.saying("whom", Object::toString));
    }

    private static void refused(String why, Class<? extends Record> type) {
        String message = assertThrows(IllegalArgumentException.class, () -> RecordForm.of("leg.form", type))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void a_record_that_refuses_what_its_form_lets_through_is_a_bug_and_says_no_word_of_it() {
        RecordForm<Odd> form = RecordForm.of("leg.form", Odd.class);

        String message = assertThrows(
                        IllegalStateException.class,
                        () -> form.read(FormInput.blank().with("days", "4")))
                .getMessage();
        assertEquals(Odd.class.getName() + " refuses what its form lets through", message);
    }
}
