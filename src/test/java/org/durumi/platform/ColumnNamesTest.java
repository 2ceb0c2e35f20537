package org.durumi.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
    private static String columnOf(String path) {
        String implicit = new ColumnNames().transformAttributePath(AttributePath.parse(path));
        return new PhysicalNamingStrategySnakeCaseImpl()
                .toPhysicalColumnName(Identifier.toIdentifier(implicit), null)
                .getText();
    }

    @Test
    void a_plain_field_has_the_column_of_its_name() {
        assertEquals("known_on", columnOf("knownOn"));
        assertEquals("value", columnOf("value"));
    }

    @Test
    void a_value_of_one_part_has_the_column_of_its_field() {
        assertEquals("case_id", columnOf("caseId.value"));
        assertEquals("id", columnOf("id.value"));
    }

    @Test
    void each_part_of_a_value_has_a_column_of_its_own() {
        assertEquals("taken_from_earliest", columnOf("takenFrom.earliest"));
        assertEquals("checklist_phones_left_home", columnOf("checklist.phonesLeftHome"));
    }

    @Test
    void a_value_within_a_value_is_named_after_both() {
        assertEquals("struck_by", columnOf("struck.by.value"));
        assertEquals("struck_at", columnOf("struck.at"));
    }
}
