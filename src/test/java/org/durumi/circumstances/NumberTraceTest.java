package org.durumi.circumstances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.durumi.kernel.RuleViolation;
import org.durumi.mac.MacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTraceTest {
    private static final MacKey KEY =
            new MacKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void of_a_number_a_keyed_hash_and_three_digits_are_kept() {
        NumberTrace trace = NumberTrace.of("+86 138-0000-0123", KEY);

        assertEquals("123", trace.lastDigits());
        assertEquals(64, trace.hash().length());
        assertFalse(trace.hash().contains("13800000123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8613800000123", "86 138 0000 0123", "+86 (138) 0000.0123"})
    void the_same_number_is_recognised_however_it_was_typed(String typed) {
        assertEquals(NumberTrace.of("+8613800000123", KEY), NumberTrace.of(typed, KEY));
    }

    @Test
    void another_key_gives_another_hash() {
        assertNotEquals(NumberTrace.of("13800000123", KEY), NumberTrace.of("13800000123", new MacKey(new byte[32])));
    }

    @Test
    void a_tag_is_shared_by_a_thousandth_of_all_numbers() {
        Map<Integer, Long> numbers = IntStream.range(0, 20_000)
                .mapToObj(nth -> NumberTrace.of("1380000%04d".formatted(nth % 10_000) + nth / 10_000, KEY)
                        .tag()
                        .orElseThrow())
                .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));

        assertEquals(1024, numbers.size());
        assertTrue(numbers.values().stream().allMatch(many -> many > 1), "no tag tells a number from every other");
    }

    @Test
    void a_blank_number_is_not_known() {
        assertEquals(NumberTrace.unknown(), NumberTrace.of("  ", KEY));
    }

    @Test
    void hash_and_digits_are_known_together_or_not_at_all() {
        assertThrows(IllegalArgumentException.class, () -> new NumberTrace("a".repeat(64), ""));
        assertThrows(IllegalArgumentException.class, () -> new NumberTrace("", "123"));
        assertThrows(IllegalArgumentException.class, () -> new NumberTrace("a".repeat(64), "8613800000123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123456", "phone", "1380000012x"})
    void what_is_no_number_is_refused_and_not_repeated(String typed) {
        RuleViolation refused = assertThrows(RuleViolation.class, () -> NumberTrace.of(typed, KEY));

        assertEquals("number", refused.field());
        assertFalse(refused.arguments().contains(typed));
    }
}
