package org.durumi.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.durumi.kernel.EntryId;
import org.durumi.route.Certainty;
import org.junit.jupiter.api.Test;

/** Who decides how sure an entry of a journey is. */
class HowSureTest {
    private static final Optional<Certainty> CONTRADICTED = Optional.of(Certainty.CONTRADICTED);

    private final EvidenceFixtures told = new EvidenceFixtures();

    @Test
    void without_claims_an_entry_is_as_sure_as_it_was_recorded() {
        HowSure sure = new HowSure(Certainty.PROBABLE, Optional.empty(), Optional.empty());

        assertEquals(Certainty.PROBABLE, sure.certainty());
        assertFalse(sure.isJudged());
    }

    @Test
    void its_claims_say_more_than_who_recorded_it() {
        HowSure sure = new HowSure(Certainty.CONFIRMED, CONTRADICTED, Optional.empty());

        assertEquals(Certainty.CONTRADICTED, sure.certainty());
        assertTrue(sure.isJudged());
    }

    @Test
    void who_overrules_the_claims_says_more_than_they_until_it_follows_from_them_again() {
        Overruling judged = told.overruled(EntryId.create(), Optional.of(Certainty.POSSIBLE));
        Overruling back = told.overruled(EntryId.create(), Optional.empty());

        assertEquals(
                Certainty.POSSIBLE, new HowSure(Certainty.CONFIRMED, CONTRADICTED, Optional.of(judged)).certainty());
        assertEquals(
                Certainty.CONTRADICTED, new HowSure(Certainty.CONFIRMED, CONTRADICTED, Optional.of(back)).certainty());
    }
}
