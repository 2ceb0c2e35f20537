package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;

/** What stands, and what a supervisor has confirmed last, of phones that were corrected. */
class CircumstancesTest {
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final Recording RECORDING = CaseFixtures.by(HANEUL, FILE.id());
    private static final Recording DECIDING = CaseFixtures.by(SEO, FILE.id());

    private final Device phone =
            Device.record(FILE, ParticipantId.create(), called("first"), NumberTrace.unknown(), RECORDING, TODAY);

    @Test
    void what_waits_stands_and_what_it_corrects_is_still_settled() {
        Device waiting = corrected(phone, true);

        assertEquals(List.of(waiting), of(phone, waiting).standing().devices());
        assertEquals(List.of(phone), of(phone, waiting).settled().devices());
    }

    @Test
    void a_correction_that_waits_for_nobody_is_settled() {
        Device corrected = corrected(phone, false);

        assertEquals(List.of(corrected), of(phone, corrected).standing().devices());
        assertEquals(List.of(corrected), of(phone, corrected).settled().devices());
        assertEquals(Optional.of(corrected), of(phone, corrected).settled(corrected));
    }

    @Test
    void a_correction_of_one_that_waits_rests_on_what_was_settled_before_both() {
        Device first = corrected(phone, true);
        Device second = corrected(first, true);
        Circumstances all = of(second, phone, first);

        assertEquals(List.of(phone), all.settled().devices());
        assertEquals(Optional.of(phone), all.settled(second));
        assertEquals(List.of(first, phone), all.corrected(second));
        assertEquals(phone.id(), second.original());
    }

    @Test
    void what_is_confirmed_is_settled_and_ends_what_was_before() {
        Device first = corrected(phone, true);
        Device second = corrected(first, true);

        second.confirm(DECIDING);

        assertEquals(List.of(second), of(phone, first, second).settled().devices());
        assertEquals(List.of(second), of(phone, first, second).standing().devices());
    }

    @Test
    void what_is_sent_back_never_was_and_what_was_settled_stands_again() {
        Device first = corrected(phone, true);
        first.sendBack("she has it", DECIDING);
        Device again = phone.againInPlaceOf(first, RECORDING.key());
        Circumstances all = of(phone, first, again);

        assertEquals(List.of(again), all.standing().devices());
        assertEquals(List.of(again), all.settled().devices());
        assertEquals(phone.recorded(), again.recorded());
        assertEquals(phone.known(), again.known());
    }

    @Test
    void a_correction_that_somebody_took_away_settles_nothing() {
        Device gone = corrected(phone, true);
        Device confirmed = corrected(gone, true);
        confirmed.confirm(DECIDING);

        assertEquals(List.of(phone), of(phone).settled().devices());
        assertEquals(
                Set.of(phone, confirmed),
                Set.copyOf(of(phone, confirmed).settled().devices()));
        assertTrue(of(phone).standing().devices().isEmpty());
    }

    private static Circumstances of(Device... devices) {
        return new Circumstances(List.of(), Arrays.asList(devices), List.of(), List.of(), List.of());
    }

    private static Device corrected(Device wrong, boolean waits) {
        Device right = wrong.correctedTo(called("corrected"), NumberTrace.unknown(), RECORDING, TODAY);
        if (waits) {
            right.await(RECORDING.key());
        }
        wrong.strike("asked again", RECORDING);
        return right;
    }

    private static NewDevice called(String label) {
        return new NewDevice(
                label, "", Answer.YES, Answer.YES, false, false, false, PartialDate.unknown(), PartialDate.unknown());
    }
}
