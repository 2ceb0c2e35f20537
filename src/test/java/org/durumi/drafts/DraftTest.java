package org.durumi.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.RowKey;
import org.durumi.vault.TestKeys;
import org.durumi.vault.WillNotOpen;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final UserId HANEUL = new UserId("haneul");
    private static final UserId YUN = new UserId("yun");
    private static final Map<String, List<String>> TYPED =
            Map.of("person1.hangul", List.of("한별"), "done[]", List.of("NAME", "KIND"));

    private final Macs macs = TestKeys.macs();
    private final DraftId id = DraftId.create();
    private final RowKey key = TestKeys.ofRow(Draft.TABLE, id.value());
    private final Draft draft = Draft.begin(id, HANEUL, new CaseNumber("C-2026-7F3KQM"), key)
            .keep(TYPED, "/cases/intake/x/kind", NOW, key, macs);

    @Test
    void it_says_what_was_typed_to_whoever_has_its_key() {
        assertTrue(draft.isGenuine(macs));
        assertEquals(TYPED, draft.open(key).typed());
        assertThrows(WillNotOpen.class, () -> draft.open(TestKeys.ofRow(Draft.TABLE, id.value())));
    }

    @Test
    void who_keeps_it_again_says_where_they_go_on() {
        draft.keep(Map.of("kind", List.of("PAIR")), "/cases/intake/x/people", NOW.plus(Duration.ofDays(1)), key, macs);

        assertEquals(Map.of("kind", List.of("PAIR")), draft.open(key).typed());
        assertEquals("/cases/intake/x/people", draft.address());
        assertEquals(NOW.plus(Duration.ofDays(1)), draft.changedAt());
        assertTrue(draft.isGenuine(macs));
    }

    @Test
    void somebody_else_goes_on_where_it_stopped() {
        draft.handTo(YUN, macs);

        assertEquals(YUN, draft.owner());
        assertEquals(NOW, draft.changedAt(), "nobody has touched it");
        assertTrue(draft.isGenuine(macs));
        assertEquals(TYPED, draft.open(key).typed());
    }

    @Test
    void its_mac_is_its_own() {
        Draft other = Draft.begin(DraftId.create(), HANEUL, new CaseNumber("C-2026-7F3KQN"), key)
                .keep(TYPED, "/cases/intake/x/kind", NOW, key, macs);

        assertTrue(other.isGenuine(macs));
        assertThrows(WillNotOpen.class, () -> other.open(TestKeys.ofRow(Draft.TABLE, id.value())));
        assertFalse(other.number().equals(draft.number()));
    }
}
