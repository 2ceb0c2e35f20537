package org.durumi.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessActionTest {
    @Test
    void while_the_keys_are_locked_people_sign_in_and_out_and_unlock() {
        assertEquals(
                List.of(AccessAction.SIGN_IN, AccessAction.SIGN_OUT, AccessAction.CONFIGURATION),
                Stream.of(AccessAction.values())
                        .filter(AccessAction::happensWhileLocked)
                        .toList());
    }
}
