package org.durumi.mac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MacKeyTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant MOMENT = Instant.parse("2026-03-01T09:00:00.123456Z");

    private final MacKey key = new MacKey(new byte[MacKey.LENGTH]);

    /** Test case 1 of RFC 4231, its key of 20 bytes filled with zeroes as HMAC itself fills it. */
    @Test
    void it_is_hmac_with_sha_256() {
        byte[] secret = Arrays.copyOf(HexFormat.of().parseHex("0b".repeat(20)), MacKey.LENGTH);

        assertEquals(
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                HexFormat.of().formatHex(new MacKey(secret).hash("Hi There")));
    }

    @Test
    void it_fits_what_it_was_made_of_and_nothing_else() {
        byte[] mac = key.of("haneul", ID, MOMENT, MacUse.CASE, 7, Optional.of("team"), new byte[] {1, 2});

        assertTrue(key.fits(mac, "haneul", ID, MOMENT, MacUse.CASE, 7, Optional.of("team"), new byte[] {1, 2}));
        assertFalse(key.fits(mac, "haneul", ID, MOMENT, MacUse.CASE, 8, Optional.of("team"), new byte[] {1, 2}));
        assertFalse(key.fits(mac, "haneul", ID, MOMENT.plusNanos(1000), MacUse.CASE, 7, "team", new byte[] {1, 2}));
        assertFalse(key.fits(new byte[0], "haneul"));
    }

    @Test
    void no_two_lists_of_values_have_the_same() {
        Set<String> macs = new HashSet<>();
        List<Object[]> lists = List.of(
                new Object[] {"ab", "c"},
                new Object[] {"a", "bc"},
                new Object[] {"abc"},
                new Object[] {"abc", ""},
                new Object[] {"", "abc"},
                new Object[] {"abc", Optional.empty()},
                new Object[] {});
        lists.forEach(each -> macs.add(HexFormat.of().formatHex(key.of(each))));

        assertEquals(lists.size(), macs.size());
        assertArrayEquals(key.of("a", Optional.of("b")), key.of("a", "b"));
    }

    @Test
    void a_key_for_one_use_makes_no_mac_for_another() {
        Set<String> macs = new HashSet<>();
        for (MacUse use : MacUse.values()) {
            macs.add(HexFormat.of().formatHex(key.derived(use.label()).of("haneul", ID)));
        }
        assertEquals(MacUse.values().length, macs.size());
    }

    @Test
    void a_moment_that_the_database_would_round_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> key.of(MOMENT.plusNanos(1)));
    }

    @Test
    void a_short_secret_is_no_key() {
        assertThrows(IllegalArgumentException.class, () -> new MacKey(new byte[MacKey.LENGTH - 1]));
    }
}
