package org.durumi.risk;

import static org.durumi.costs.Vetting.BLACKLISTED;
import static org.durumi.costs.Vetting.UNVETTED;
import static org.durumi.kernel.Answer.NO;
import static org.durumi.kernel.Answer.YES;
import static org.durumi.risk.FactsOf.LAND_VIA_CHINA;
import static org.durumi.risk.FactsOf.somebodyIn;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT_LOST;
import static org.durumi.route.Stage.TRANSIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** What is blocked in a case. */
class CaseFactsTest {
    private final ParticipantId who = ParticipantId.create();
    private final Facts facts = somebodyIn(BROKER)
            .phone(YES, YES)
            .quote(10_000_000, LAND_VIA_CHINA, null, UNVETTED)
            .quote(2_500_000, LAND_VIA_CHINA, null, UNVETTED)
            .facts();
    private final EntryId usual = facts.quotes().get(0).id();
    private final EntryId cheap = facts.quotes().get(1).id();

    @Test
    void the_departure_and_only_the_cheap_quote_are_blocked() {
        CaseFacts known = new CaseFacts(Map.of(who, facts), Map.of(usual, Set.of(who), cheap, Set.of(who)), Map.of());

        assertEquals(2, known.blocks().size());
        assertEquals(List.of("R05"), known.departureOf(who).orElseThrow().rules());
        assertEquals(List.of("R09"), known.acceptanceOf(cheap).orElseThrow().rules());
        assertTrue(known.acceptanceOf(usual).isEmpty());
    }

    @Test
    void a_correction_that_waits_lifts_no_block_and_a_correction_that_adds_one_needs_nobody() {
        Facts harmless = somebodyIn(BROKER).phone(NO, NO).facts();

        CaseFacts waiting = new CaseFacts(Map.of(who, harmless), Map.of(who, facts), Map.of(), Map.of());
        CaseFacts added = new CaseFacts(Map.of(who, facts), Map.of(who, harmless), Map.of(), Map.of());

        assertEquals(List.of("R05"), waiting.departureOf(who).orElseThrow().rules());
        assertEquals(0, waiting.assessments().get(who).score(), "it counts at once");
        assertEquals(List.of("R05"), added.departureOf(who).orElseThrow().rules());
    }

    @Test
    void what_forbids_more_than_what_corrects_it_is_missed_wherever_somebody_stands() {
        for (Stage stage : List.of(BROKER, TRANSIT, CONTACT_LOST)) {
            CaseFacts forbids = known(somebodyIn(stage).phone(YES, YES).facts());
            CaseFacts other = known(somebodyIn(stage).phone(YES, YES).facts());
            CaseFacts harmless = known(somebodyIn(stage).phone(NO, NO).facts());

            assertTrue(forbids.forbidMoreThan(harmless), stage.name());
            assertFalse(forbids.forbidMoreThan(other), "another phone for the same reason");
            assertFalse(harmless.forbidMoreThan(forbids), stage.name());
        }
    }

    private CaseFacts known(Facts known) {
        return new CaseFacts(Map.of(who, known), Map.of(), Map.of());
    }

    @Test
    void silence_lifts_no_block_of_somebody_who_has_not_left() {
        Facts silent = somebodyIn(CONTACT_LOST).phone(YES, YES).facts();
        CaseFacts known = new CaseFacts(Map.of(who, silent), Map.of(), Map.of());

        assertEquals(
                List.of("R05"), known.standingDepartureOf(who).orElseThrow().rules());
        assertEquals(1, known.blocks().size());
    }

    @Test
    void nobody_waives_a_blacklisted_broker_at_any_stage() {
        for (Stage stage : Stage.values()) {
            Facts facts = somebodyIn(stage)
                    .quote(10_000_000, LAND_VIA_CHINA, 0, BLACKLISTED)
                    .facts();
            EntryId quote = facts.quotes().get(0).id();
            CaseFacts known = new CaseFacts(Map.of(who, facts), Map.of(quote, Set.of(who)), Map.of());

            assertTrue(known.acceptanceOf(quote).orElseThrow().isFinal(), stage.name());
        }
        CaseFacts cheapOnly = new CaseFacts(Map.of(who, facts), Map.of(cheap, Set.of(who)), Map.of());
        assertFalse(cheapOnly.acceptanceOf(cheap).orElseThrow().isFinal());
    }

    @Test
    void an_accepted_quote_blocks_nothing_any_more() {
        assertEquals(
                1,
                new CaseFacts(Map.of(who, facts), Map.of(), Map.of()).blocks().size());
    }

    @Test
    void at_any_stage_the_cheap_quote_stays_blocked_and_who_has_left_does_not_leave() {
        Facts travelling = somebodyIn(TRANSIT)
                .phone(YES, YES)
                .quote(2_500_000, LAND_VIA_CHINA, null, UNVETTED)
                .facts();
        EntryId quote = travelling.quotes().get(0).id();

        CaseFacts known = new CaseFacts(Map.of(who, travelling), Map.of(quote, Set.of(who)), Map.of());

        assertTrue(known.standingDepartureOf(who).isEmpty());
        assertEquals(List.of("R09"), known.acceptanceOf(quote).orElseThrow().rules());
        assertEquals(1, known.blocks().size());
    }

    @Test
    void whoever_recorded_what_stands_against_it_is_known() {
        EntryId phone = facts.phones().get(0).id();
        Map<EntryId, UserId> recorders =
                Map.of(phone, new UserId("haneul"), cheap, new UserId("yun"), usual, new UserId("seo"));
        CaseFacts known = new CaseFacts(Map.of(who, facts), Map.of(cheap, Set.of(who)), recorders);

        assertEquals(
                Set.of(new UserId("haneul")),
                known.recorders(known.departureOf(who).orElseThrow()));
        assertEquals(
                Set.of(new UserId("yun")),
                known.recorders(known.acceptanceOf(cheap).orElseThrow()));
    }

    @Test
    void a_waiver_is_bound_to_exactly_what_was_found() {
        Facts anotherPhone = somebodyIn(BROKER).phone(YES, YES).phone(YES, YES).facts();
        CaseFacts before = new CaseFacts(Map.of(who, facts), Map.of(), Map.of());
        CaseFacts after = new CaseFacts(Map.of(who, anotherPhone), Map.of(), Map.of());

        assertEquals(
                before.departureOf(who).orElseThrow().content(),
                new CaseFacts(Map.of(who, facts), Map.of(), Map.of())
                        .departureOf(who)
                        .orElseThrow()
                        .content());
        assertNotEquals(
                before.departureOf(who).orElseThrow().content(),
                after.departureOf(who).orElseThrow().content());
    }
}
