package org.durumi.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.durumi.kernel.CountryCode;
import org.junit.jupiter.api.Test;

class StancesTest {
    private static final Stances STANCES =
            new Stances(Map.of(new CountryCode("CN"), Stance.RETURNS, new CountryCode("TH"), Stance.PROTECTS));

    @Test
    void of_a_country_that_nobody_recorded_it_is_unclear_and_of_an_unknown_one_the_worst() {
        assertEquals(Stance.RETURNS, STANCES.of("CN"));
        assertEquals(Stance.PROTECTS, STANCES.of("TH"));
        assertEquals(Stance.UNCLEAR, STANCES.of("MM"));
        assertEquals(Stance.RETURNS, STANCES.of(""));
    }

    @Test
    void nothing_that_is_recorded_makes_the_north_another_country() {
        assertEquals(Stance.RETURNS, new Stances(Map.of(Stances.NORTH_KOREA, Stance.PROTECTS)).of("KP"));
        assertEquals(Stance.RETURNS, STANCES.of("KP"));
    }

    @Test
    void only_a_country_that_is_known_is_said_to_send_people_back() {
        assertTrue(STANCES.isReturning("CN"));
        assertFalse(STANCES.isReturning("MM"));
        assertFalse(STANCES.isReturning(""));
        assertTrue(STANCES.isProtecting("TH"));
        assertFalse(STANCES.isProtecting(""));
    }
}
