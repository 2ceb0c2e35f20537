package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.durumi.cases.CaseView;
import org.durumi.evidence.Claim;
import org.durumi.evidence.EvidenceFixtures;
import org.durumi.evidence.RelationKind;
import org.durumi.evidence.Reliability;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

/** What of the claims is printed. */
class ClaimsTest {
    private final EvidenceFixtures told = new EvidenceFixtures();

    @Test
    void a_case_without_claims_has_no_section() {
        assertEquals(Optional.empty(), printed());
    }

    @Test
    void what_speaks_against_a_claim_stands_below_it() {
        Claim contact = told.claim(told.paper(Reliability.B), "the family approached the embassy");
        told.relate(told.claim(told.paper(Reliability.B), "nobody did"), RelationKind.DENIES, contact);

        List<Claims.Claim> lines = printed().orElseThrow().claims();

        assertEquals(
                List.of("the family approached the embassy", "nobody did"),
                lines.stream().map(Claims.Claim::statement).toList());
        assertEquals(
                List.of(false, true), lines.stream().map(Claims.Claim::against).toList());
        assertTrue(lines.stream().allMatch(Claims.Claim::contradicted));
        assertEquals("S-1, media", lines.getFirst().source());
    }

    @Test
    void nothing_of_a_protected_source_is_in_the_model() {
        told.claim(told.paper(Reliability.B), "two officials left");
        told.claim(told.insider(), "one of them is a doctor");

        Claims section = printed().orElseThrow();

        assertEquals(1, section.withheld());
        assertFalse(section.toString().contains("doctor"));
        assertFalse(section.toString().contains("S-2"));
        assertEquals(2, section.pieces().size(), "the lines, and how many are left out");
    }

    private Optional<Claims> printed() {
        CaseView view = new CaseView(told.file(), List.of(), List.of(), List.of(), List.of(), Map.of());
        return Claims.Part.of(
                told.evidence(), new OpenSummary(view, new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"))));
    }
}
