package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to do harm, or that tell more than their sender knows: refused with a message, or harmless. */
class HostileFilesTest {
    private final FileCleaner cleaner = cleaner();

    static FileCleaner cleaner() {
        FileCleaner cleaner = new FileCleaner();
        cleaner.drawing = new DrawingProcess();
        cleaner.scan = new MalwareScan();
        cleaner.scan.command = Optional.empty();
        return cleaner;
    }

    static List<Hostile> all() {
        return Hostile.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_refused_with_a_message_or_harmless(Hostile file) throws IOException {
        if (file.refusal().isEmpty()) {
            Harmless.require(cleaner.clean(file.sent()));
        } else {
            RuleViolation refusal = assertThrows(RuleViolation.class, () -> cleaner.clean(file.sent()));
            assertEquals("file", refusal.field());
            assertTrue(file.isRefusedWith(refusal.messageKey()), refusal.messageKey());
        }
    }

    @Test
    void there_are_many_of_them() {
        assertTrue(all().size() >= 80, "" + all().size());
    }
}
