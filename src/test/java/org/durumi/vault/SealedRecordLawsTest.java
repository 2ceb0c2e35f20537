package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.Samples;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Precision;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.SealedColumnTest.Everything;
import org.durumi.vault.SealedColumnTest.Grown;
import org.durumi.vault.SealedColumnTest.One;
import org.junit.jupiter.api.Test;

/** What holds for everything that is sealed. */
class SealedRecordLawsTest {
    private static final UUID ROW = UUID.randomUUID();

    private final CaseKey key = TestKeys.of(CaseId.create());

    @Test
    void every_record_is_opened_as_it_was_sealed() {
        SealedColumn<Everything> column = new SealedColumn<>("device", "sealed", Everything.class);
        Samples.each(samples -> {
            Everything said = everything(samples);
            Sealed stored = new Sealed(column.seal(said, ROW, key).bytes());

            assertEquals(said, column.read(column.open(stored, ROW, key)));
        });
    }

    @Test
    void what_was_sealed_before_a_record_grew_is_read_with_unknown_in_its_new_parts() {
        SealedColumn<One> older = new SealedColumn<>("device", "sealed", One.class);
        SealedColumn<Grown> newer = new SealedColumn<>("device", "sealed", Grown.class);
        Samples.each(samples -> {
            String text = samples.text();
            Sealed stored = new Sealed(older.seal(new One(text), ROW, key).bytes());

            assertEquals(
                    new Grown(
                            text,
                            "",
                            Answer.UNKNOWN,
                            Optional.empty(),
                            List.of(),
                            PartialDate.unknown(),
                            Place.unknown()),
                    newer.read(newer.open(stored, ROW, key)));
        });
    }

    @Test
    void a_date_that_was_sealed_before_there_were_ranges_and_days_of_saying_is_read_as_it_was() {
        SealedColumn<OlderDate> older = new SealedColumn<>("device", "sealed", OlderDate.class);
        SealedColumn<PartialDate> newer = new SealedColumn<>("device", "sealed", PartialDate.class);
        Samples.each(samples -> {
            PartialDate date = samples.partialDate();
            if (!date.isRange()) {
                OlderDate said = new OlderDate(
                        date.earliest(), date.latest(), date.precision(), date.qualifier(), samples.text());
                Sealed stored = new Sealed(older.seal(said, ROW, key).bytes());

                assertEquals(date.inTheWords(said.words()), newer.read(newer.open(stored, ROW, key)));
            }
        });
    }

    private record OlderDate(
            LocalDate earliest, LocalDate latest, Precision precision, Qualifier qualifier, String words) {}

    @Test
    void what_was_changed_anywhere_does_not_open() {
        SealedColumn<One> column = new SealedColumn<>("device", "sealed", One.class);
        Samples.each(samples -> {
            byte[] bytes =
                    column.seal(new One(samples.text()), ROW, key).bytes().clone();
            bytes[samples.between(0, bytes.length - 1)] ^= (byte) (1 << samples.between(0, 7));

            assertThrows(WillNotOpen.class, () -> column.open(new Sealed(bytes), ROW, key));
        });
    }

    private static Everything everything(Samples samples) {
        return new Everything(
                samples.text(),
                samples.of(Answer.values()),
                samples.between(Integer.MIN_VALUE, Integer.MAX_VALUE - 1),
                samples.between(-1000, 1000),
                samples.coin(),
                samples.maybe(() -> samples.between(0, 99)),
                samples.maybe(() -> samples.of(Means.values())),
                samples.upTo(3, () -> place(samples)),
                date(samples),
                place(samples),
                Money.of(Integer.toString(samples.between(0, 100_000_000)), samples.of("KRW", "CNY", "USD")),
                samples.day(),
                UUID.randomUUID(),
                EntryId.create(),
                samples.upTo(3, ParticipantId::create));
    }

    private static Place place(Samples samples) {
        return new Place(samples.text(), samples.of("", "CN", "TH", "KR"));
    }

    private static PartialDate date(Samples samples) {
        PartialDate date = samples.coin() ? PartialDate.unknown() : samples.partialDate();
        return date.inTheWords(samples.text()).said(samples.maybe(samples::day));
    }
}
