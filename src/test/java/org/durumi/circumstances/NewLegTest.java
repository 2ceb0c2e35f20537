package org.durumi.circumstances;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewLegTest {
    private static NewLeg leg(String from, String to, Means means, String left) {
        return new NewLeg(
                Set.of(ParticipantId.create()),
                place(from),
                place(to),
                means,
                "",
                Border.UNKNOWN,
                left.equals("unknown")
                        ? PartialDate.unknown()
                        : PartialDate.read(left, PartialDate.Qualifier.EXACT).orElseThrow(),
                PartialDate.unknown(),
                Optional.empty(),
                Optional.empty(),
                LegState.DONE);
    }

    /** «Kunming/CN», or «CN» alone. */
    private static Place place(String text) {
        int slash = text.indexOf('/');
        return new Place(slash < 0 ? "" : text.substring(0, slash), text.substring(slash + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "Liaoning/CN, Kunming/CN, TAXI, 2026-10-04, true",
        "Liaoning/CN, Kunming/CN, UNKNOWN, 2026-10-07, true",
        "CN,          kunming/CN, TAXI, 2026-10-01, true",
        "Liaoning/CN, CN,         TAXI, 2026-10, true",
        "Liaoning/CN, Kunming/CN, TAXI, 2026-10-08, false",
        "Liaoning/CN, Kunming/CN, TAXI, 2026-09, false",
        "Liaoning/CN, Kunming/CN, TAXI, 2026-08, false",
        "Liaoning/CN, Kunming/CN, BUS, 2026-10-04, false",
        "Jilin/CN,    Kunming/CN, TAXI, 2026-10-04, false",
        "Liaoning/CN, Nanning/CN, TAXI, 2026-10-04, false",
        "Liaoning/CN, Kunming/LA, TAXI, 2026-10-04, false",
        "CN,          CN,         TAXI, 2026-10-04, false"
    })
    void a_leg_through_one_country_is_the_same_from_or_to_the_same_place(
            String from, String to, Means means, String left, boolean same) {
        NewLeg taxi = leg("Liaoning/CN", "Kunming/CN", Means.TAXI, "2026-10-04");
        NewLeg other = leg(from, to, means, left);

        assertEquals(same, taxi.mayBe(other, WayTags.DAYS_APART));
        assertEquals(same, other.mayBe(taxi, WayTags.DAYS_APART));
    }

    @ParameterizedTest
    @CsvSource({
        "CN,         LA, 2026-10-04, true",
        "Kunming/CN, LA, 2026-10-04, true",
        "Kunming/CN, LA, unknown, false",
        "CN,         VN, 2026-10-04, false"
    })
    void a_leg_over_a_border_needs_no_place(String from, String to, String left, boolean same) {
        NewLeg crossing = leg("CN", "LA", Means.FOOT, "2026-10-04");
        assertEquals(same, crossing.mayBe(leg(from, to, Means.FOOT, left), WayTags.DAYS_APART));
    }
}
