package org.durumi.web.circumstances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.RecordForm;
import org.junit.jupiter.api.Test;

class CircumstanceFormsTest {
    private static final RecordForm<NewAttempt> ATTEMPT = AttemptController.FORM;
    private static final RecordForm<NewDevice> DEVICE = DeviceController.FORM;
    private static final RecordForm<NewVulnerability> VULNERABILITY = VulnerabilityController.FORM;
    private static final RecordForm<NewLeg> LEG = LegController.FORM;

    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final PartialDate LAST_JUNE = PartialDate.in(YearMonth.of(2025, 6));
    private static final ParticipantId SOMEBODY = ParticipantId.create();

    private static final NewAttempt CAUGHT = new NewAttempt(
            LAST_JUNE.inTheWords("last June"), AttemptOutcome.CAUGHT_BY_HOUSEHOLD, "locked in\nfor a week");
    private static final NewDevice OLD_PHONE = new NewDevice(
            "old phone", "", Answer.YES, Answer.UNKNOWN, false, true, true, LAST_JUNE, PartialDate.unknown());
    private static final NewVulnerability WATCHED =
            new NewVulnerability(VulnerabilityKind.HOUSEHOLD_CONTROL, LAST_JUNE, PartialDate.unknown());
    private static final NewLeg TAXI = new NewLeg(
            Set.of(SOMEBODY),
            new Place("Liaoning", "CN"),
            new Place("Kunming", "CN"),
            Means.TAXI,
            "",
            Border.NONE,
            LAST_JUNE,
            PartialDate.unknown(),
            Optional.of(4),
            Optional.empty(),
            LegState.PLANNED);

    private static FormInput typed(String... fieldsAndValues) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.add(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return FormInput.of(fields);
    }

    @Test
    void every_kind_has_its_page_and_says_what_was_done() {
        for (String kind : List.of(
                "attempt",
                "device",
                "vulnerability",
                "leg",
                "incident",
                "detention",
                "intervention",
                "posting",
                "background",
                "need",
                "relationship",
                "relative",
                "group",
                "referral")) {
            assertTrue(Files.exists(Path.of("src/main/jte/circumstances", kind + ".jte")));
            assertFalse(ENGLISH.text("notice." + kind + ".recorded").isEmpty());
            assertFalse(ENGLISH.text("notice." + kind + ".corrected").isEmpty());
        }
    }

    @Test
    void what_is_stored_comes_back_unchanged_when_nobody_types() {
        assertEquals(Optional.of(CAUGHT), ATTEMPT.read(ATTEMPT.fill(FormInput.blank(), CAUGHT)));
        assertEquals(Optional.of(OLD_PHONE), DEVICE.read(DEVICE.fill(FormInput.blank(), OLD_PHONE)));
        assertEquals(Optional.of(WATCHED), VULNERABILITY.read(VULNERABILITY.fill(FormInput.blank(), WATCHED)));
        assertEquals(Optional.of(TAXI), LEG.read(LEG.fill(FormInput.blank(), TAXI)));
    }

    @Test
    void an_empty_form_says_what_is_missing() {
        FormInput attempt = typed();
        FormInput device = typed();
        FormInput leg = typed();

        assertTrue(ATTEMPT.read(attempt).isEmpty());
        assertTrue(attempt.errors().isAt("outcome"));
        assertTrue(DEVICE.read(device).isEmpty());
        assertTrue(device.errors().isAt("label"));
        assertTrue(LEG.read(leg).isEmpty());
        assertEquals(
                List.of("participant[]", "means", "border", "state"),
                leg.errors().lines().stream().map(line -> line.field()).toList());
    }

    @Test
    void what_nobody_knows_stays_unknown_and_is_no_error() {
        NewDevice device = DEVICE.read(typed("label", "second SIM")).orElseThrow();

        assertEquals(Answer.UNKNOWN, device.policeRegistered());
        assertEquals(Answer.UNKNOWN, device.carried());
        assertFalse(device.adviceGiven());

        NewLeg leg = LEG.read(typed(
                        "participant[]", SOMEBODY.toString(), "state", "PLANNED", "means", "TAXI", "border", "UNKNOWN"))
                .orElseThrow();

        assertEquals(Place.unknown(), leg.from());
        assertEquals(Optional.empty(), leg.days());
        assertEquals(Optional.empty(), leg.idChecks());
    }

    @Test
    void a_wrong_field_keeps_every_other_one() {
        FormInput input = typed(
                "participant[]",
                SOMEBODY.toString(),
                "state",
                "PLANNED",
                "means",
                "TAXI",
                "border",
                "LAND",
                "days",
                "four",
                "from",
                "선양",
                "from.country",
                "CN");

        assertTrue(LEG.read(input).isEmpty());
        assertTrue(input.errors().isAt("days"));
        assertEquals("four", input.typed("days"));
        assertEquals("선양", input.typed("from"));
        assertTrue(input.isChosen("participant[]", SOMEBODY.toString()));
    }

    @Test
    void a_forged_traveller_or_constant_is_refused_at_its_field() {
        FormInput forged = typed("participant[]", "everybody", "state", "GONE", "means", "TAXI", "border", "LAND");

        assertTrue(LEG.read(forged).isEmpty());
        assertTrue(forged.errors().isAt("participant[]"));
        assertTrue(forged.errors().isAt("state"));
    }

    @Test
    void the_number_of_a_phone_is_never_filled_in_or_compared() {
        assertFalse(DEVICE.fill(FormInput.blank(), OLD_PHONE).has("number"));
        assertEquals(8, DEVICE.differences(OLD_PHONE, OLD_PHONE, ENGLISH).size());
    }

    @Test
    void a_link_may_say_whom_a_new_form_is_about_and_a_damaged_one_is_ignored() {
        String somebody = SOMEBODY.toString();

        assertTrue(new AttemptController().about(List.of(somebody)).isChosen(FormInput.WHOM, somebody));
        assertTrue(new LegController().about(List.of(somebody)).isChosen("participant[]", somebody));
        assertFalse(new AttemptController().about(List.of("' or 1=1")).has(FormInput.WHOM));
        assertFalse(new AttemptController().about(List.of()).has(FormInput.WHOM));
    }

    @Test
    void the_second_writer_sees_both_texts() {
        NewAttempt other = new NewAttempt(LAST_JUNE, AttemptOutcome.ARRESTED, CAUGHT.consequences());
        var differences = ATTEMPT.differences(CAUGHT, other, ENGLISH);

        assertEquals(
                ENGLISH.date(LAST_JUNE) + " “last June”", differences.get(0).mine());
        assertEquals(ENGLISH.date(LAST_JUNE), differences.get(0).stored());
        assertFalse(differences.get(1).isSame());
        assertTrue(differences.get(2).isSame());
    }
}
