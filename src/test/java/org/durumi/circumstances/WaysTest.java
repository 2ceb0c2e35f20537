package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.Answer;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;

/** Phones, legs and vulnerabilities. */
class WaysTest {
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final Recording RECORDING = CaseFixtures.by(CaseFixtures.HANEUL, FILE.id());
    private static final ParticipantId WHO = ParticipantId.create();
    private static final NumberTrace NUMBER = new NumberTrace("a".repeat(64), "123");

    @Test
    void a_label_that_looks_like_a_number_is_refused() {
        assertEquals("label", refusal(() -> device(phone("138 0000 0123", Answer.YES, false))));
        assertEquals(
                "phone of 2019",
                device(phone("phone of 2019", Answer.YES, false)).label());
    }

    @Test
    void a_phone_left_behind_is_not_carried() {
        assertEquals("leftBehind", refusal(() -> device(phone("old phone", Answer.YES, true))));
        assertTrue(device(phone("old phone", Answer.NO, true)).leftBehind());
    }

    @Test
    void a_correction_without_a_number_keeps_the_recorded_one_and_what_was_said_stays() {
        Device device = device(phone("old phone", Answer.YES, false));

        Device corrected =
                device.correctedTo(phone("old phone", Answer.NO, true), NumberTrace.unknown(), RECORDING, TODAY);

        assertEquals("123", corrected.lastDigits());
        assertEquals(Optional.of(device.id()), corrected.replaces());
        assertEquals(device.id(), corrected.original());
        assertEquals(Answer.YES, device.carried());
    }

    @Test
    void who_saw_an_older_version_is_told() {
        Device device = device(phone("old phone", Answer.YES, false));

        assertThrows(ChangedMeanwhile.class, () -> device.requireStanding(7));
        device.strike("sold", RECORDING);
        assertThrows(ChangedMeanwhile.class, () -> device.requireStanding(0));
        assertEquals("sold", device.strikeReason());
    }

    @Test
    void household_control_lasts_to_the_last_possible_day() {
        Vulnerability ended = control(PartialDate.unknown(), PartialDate.in(YearMonth.of(2022, Month.JUNE)));

        assertTrue(ended.isActiveOn(YearMonth.of(2022, Month.JUNE).atEndOfMonth()));
        assertFalse(ended.isActiveOn(YearMonth.of(2022, Month.JULY).atDay(1)));
    }

    @Test
    void household_control_without_an_end_goes_on_and_before_its_beginning_is_none() {
        Vulnerability going = control(PartialDate.in(YearMonth.of(2019, Month.MAY)), PartialDate.unknown());

        assertTrue(going.isActiveOn(TODAY));
        assertFalse(going.isActiveOn(YearMonth.of(2019, Month.APRIL).atEndOfMonth()));
    }

    @Test
    void a_leg_that_is_over_does_not_lie_in_the_future() {
        PartialDate tomorrow = PartialDate.on(TODAY.plusDays(1));
        assertEquals("since", refusal(() -> control(tomorrow, PartialDate.unknown())));
        assertEquals("takenFrom", refusal(() -> device(takenFrom(tomorrow))));

        assertEquals("left", refusal(() -> leg(tomorrow, PartialDate.unknown(), LegState.UNDER_WAY)));
        assertEquals("arrived", refusal(() -> leg(PartialDate.on(TODAY), tomorrow, LegState.DONE)));
        assertEquals(
                "arrived",
                refusal(() -> leg(PartialDate.on(TODAY), PartialDate.on(TODAY.minusDays(1)), LegState.DONE)));
        assertEquals(
                LegState.PLANNED,
                leg(tomorrow, PartialDate.unknown(), LegState.PLANNED).state());
    }

    @Test
    void a_leg_takes_at_least_as_long_as_its_dates_say() {
        PartialDate today = PartialDate.on(TODAY);

        assertEquals(
                Optional.of(30),
                leg(PartialDate.on(TODAY.minusDays(29)), today, LegState.DONE).daysAtLeast());
        assertEquals(Optional.of(4), leg(today, today, LegState.DONE).daysAtLeast());
        assertEquals(
                Optional.of(4),
                leg(PartialDate.in(YearMonth.from(TODAY)), today, LegState.DONE).daysAtLeast());
        assertEquals(
                Optional.of(4),
                leg(PartialDate.unknown(), PartialDate.unknown(), LegState.DONE).daysAtLeast());
    }

    @Test
    void a_leg_was_over_before_a_day_only_if_its_dates_say_so() {
        Leg yesterday = leg(PartialDate.unknown(), PartialDate.on(TODAY.minusDays(1)), LegState.DONE);

        assertTrue(yesterday.wasOverBefore(TODAY));
        assertFalse(yesterday.wasOverBefore(TODAY.minusDays(1)));
        assertFalse(
                leg(PartialDate.unknown(), PartialDate.unknown(), LegState.DONE).wasOverBefore(TODAY));
    }

    @Test
    void a_leg_gives_back_what_was_recorded() {
        Leg leg = leg(PartialDate.unknown(), PartialDate.unknown(), LegState.PLANNED);

        assertEquals(Set.of(WHO), leg.travellers());
        assertEquals(Optional.of(4), leg.days());
        assertEquals(Optional.empty(), leg.idChecks());
    }

    private static Device device(NewDevice known) {
        return Device.record(FILE, WHO, known, NUMBER, RECORDING, TODAY);
    }

    private static NewDevice takenFrom(PartialDate day) {
        return new NewDevice("old phone", "", Answer.YES, Answer.NO, false, false, true, day, PartialDate.unknown());
    }

    private static NewDevice phone(String label, Answer carried, boolean leftBehind) {
        return new NewDevice(
                label, "", Answer.YES, carried, leftBehind, false, false, PartialDate.unknown(), PartialDate.unknown());
    }

    private static Vulnerability control(PartialDate since, PartialDate until) {
        return Vulnerability.record(
                FILE, WHO, new NewVulnerability(VulnerabilityKind.HOUSEHOLD_CONTROL, since, until), RECORDING, TODAY);
    }

    private static Leg leg(PartialDate left, PartialDate arrived, LegState state) {
        return Leg.record(
                FILE, CircumstanceFixtures.newTaxi(WHO, state, left, arrived), Optional.empty(), RECORDING, TODAY);
    }

    private static String refusal(Runnable record) {
        return assertThrows(RuleViolation.class, record::run).field();
    }
}
