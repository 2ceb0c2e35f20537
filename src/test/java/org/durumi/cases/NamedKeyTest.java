package org.durumi.cases;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.CaseId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class NamedKeyTest {
    private static final CaseKey KEY = TestKeys.of(CaseId.create());

    @Test
    void the_key_is_there_for_what_was_named_and_for_nothing_else() {
        NamedKey named = new NamedKey(KEY, Set.of(AccessGroup.LEG, AccessGroup.QUOTE));

        assertSame(KEY, named.of(AccessGroup.LEG));
        assertSame(KEY, named.of(AccessGroup.QUOTE));
        assertThrows(IllegalStateException.class, () -> named.of(AccessGroup.ALERT));
    }

    @Test
    void a_case_that_nobody_opened_has_no_key() {
        CaseFile file = new CaseFile();

        assertThrows(IllegalStateException.class, () -> file.key(AccessGroup.JOURNEY));
    }
}
