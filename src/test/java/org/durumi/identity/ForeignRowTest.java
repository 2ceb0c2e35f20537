package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.durumi.identity.ForeignRow.Kind;
import org.durumi.kernel.UserId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a row that Durumi did not write. */
class ForeignRowTest {
    @ParameterizedTest
    @EnumSource(names = {"SETTING", "STANCE"})
    void one_that_belongs_to_nobody_accuses_nobody(Kind kind) {
        ForeignRow row = ForeignRow.byNobody(kind);
        assertEquals(kind, row.what());
        assertEquals(new UserId("unknown"), row.who());
        assertEquals(Optional.empty(), row.number());
    }
}
