package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of colleagues are one to whoever reads them. */
class StaffHandleTest {
    private final StaffHandle handle = new StaffHandle(new UserId("h"), "haneul north");

    @ParameterizedTest
    @ValueSource(strings = {"haneul north", "Haneul NORTH", " haneul  north ", "ｈａｎｅｕｌ north", "haneul\tnorth"})
    void one_that_is_wide_large_or_spaced_looks_the_same(String other) {
        assertTrue(handle.looksLike(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"haneul", "haneulnorth", "haneul south", ""})
    void another_one_does_not(String other) {
        assertFalse(handle.looksLike(other));
    }

    @Test
    void hangul_is_the_same_put_together_or_apart() {
        assertTrue(new StaffHandle(new UserId("h"), "하늘").looksLike("\u1112\u1161\u1102\u1173\u11af"));
    }
}
