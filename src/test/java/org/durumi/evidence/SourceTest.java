package org.durumi.evidence;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.evidence.EvidenceFixtures.KEYS;
import static org.durumi.evidence.EvidenceFixtures.newSource;
import static org.durumi.evidence.EvidenceFixtures.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;

/** Who or what says something. */
class SourceTest {
    private final Source source = source(17, newSource(SourceKind.MEDIA, Reliability.C));

    @Test
    void a_correction_stands_under_the_same_code_name_and_strikes_the_wrong_one() {
        Source right = corrected(newSource(SourceKind.MEDIA, Reliability.B), 0);

        assertEquals("S-17", right.codeName());
        assertEquals(source.id(), right.id());
        assertEquals("it withdrew the report", right.why());
        assertFalse(source.stands());
        assertEquals(Reliability.C, source.reliability());
        assertThrows(ChangedMeanwhile.class, () -> corrected(newSource(SourceKind.MEDIA, Reliability.D), 0));
    }

    @Test
    void who_saw_an_older_version_is_told() {
        assertThrows(ChangedMeanwhile.class, () -> corrected(newSource(SourceKind.MEDIA, Reliability.B), 3));
    }

    @Test
    void an_anonymous_insider_is_protected() {
        assertEquals("neverPrinted", refused(with(SourceKind.ANONYMOUS_INSIDER, "", Optional.empty(), TODAY)));
    }

    @Test
    void a_link_is_a_whole_address_of_the_web() {
        for (String none :
                new String[] {"example.org", "javascript:alert(1)", "https://", "ftp://example.org", "two words"}) {
            assertEquals("link", refused(with(SourceKind.MEDIA, none, Optional.empty(), TODAY)), none);
        }
        assertEquals(
                "https://example.org/a?b=c",
                source(1, with(SourceKind.MEDIA, "https://example.org/a?b=c", Optional.empty(), TODAY))
                        .known()
                        .link());
    }

    @Test
    void the_same_link_is_found_however_it_was_copied() {
        byte[] hash = hash("https://www.example.org/report");

        assertArrayEquals(hash, hash(" http://example.org/report/ "));
        assertArrayEquals(hash, hash("HTTPS://www.example.org/report#comments"));
        assertFalse(Arrays.equals(hash, hash("https://www.example.org/report?page=2")));
    }

    @Test
    void nothing_was_published_tomorrow_and_nobody_relays_themselves() {
        assertEquals("published", refused(with(SourceKind.MEDIA, "", Optional.empty(), TODAY.plusDays(1))));
        NewSource circle = with(SourceKind.MEDIA, "", Optional.of(source.id()), TODAY);
        assertEquals(
                "relayedBy",
                assertThrows(RuleViolation.class, () -> corrected(circle, 0)).field());
    }

    @Test
    void what_the_application_wrote_opens() {
        assertTrue(source.open(KEYS.words(), KEYS.macs()));
        assertFalse(source.isChangedOutside());
    }

    private Source corrected(NewSource right, int seen) {
        return source.correctedTo(right, "it withdrew the report", seen, HANEUL.signed(NOW), TODAY, KEYS);
    }

    private static byte[] hash(String link) {
        return Source.hash(link, KEYS.links());
    }

    private static String refused(NewSource known) {
        return assertThrows(RuleViolation.class, () -> source(1, known)).field();
    }

    private static NewSource with(SourceKind kind, String link, Optional<SourceId> relayedBy, LocalDate published) {
        return new NewSource(kind, "", "", "", PartialDate.on(published), link, relayedBy, Reliability.C, false);
    }
}
