package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.durumi.Samples;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** What holds for every journey. */
class JourneyLawsTest {
    private static final int STEPS = 15;

    @Test
    void no_journey_leaves_the_table_however_long_it_is() {
        Samples.each(samples -> {
            Journey journey = at(samples.of(Stage.values()));
            int position = 1;
            for (int i = 0; i < STEPS; i++) {
                Stage from = journey.participant().stage();
                Stage next = samples.of(Stage.values());
                Journey standing = journey;
                if (from.mayBecome(next)) {
                    StageEntry entry = standing.enters(reportOf(next));
                    assertEquals(++position, entry.position());
                    assertEquals(next, standing.participant().stage());
                    journey = new Journey(standing.participant(), entry);
                } else {
                    assertThrows(IllegalStageChange.class, () -> standing.enters(reportOf(next)));
                    assertEquals(from, standing.participant().stage());
                }
                assertEquals(journey.standing().id(), journey.participant().standingEntry());
            }
        });
    }
}
