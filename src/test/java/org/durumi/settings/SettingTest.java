package org.durumi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.junit.jupiter.api.Test;

/** What the organisation decides, as docs/domain/settings.md says. */
class SettingTest {
    @Test
    void each_setting_has_the_bounds_that_the_page_of_the_domain_says() {
        assertEquals(
                Stream.of(Setting.values())
                        .map(each -> List.of(
                                each.name(),
                                Integer.toString(each.usual()),
                                Integer.toString(each.least()),
                                Integer.toString(each.most()),
                                each.unit().name()))
                        .toList(),
                DomainTables.rows("settings.md", "setting").stream()
                        .map(row -> row.subList(0, 5))
                        .toList());
    }

    @Test
    void what_is_usual_lies_within_the_bounds() {
        for (Setting each : Setting.values()) {
            assertTrue(each.least() <= each.usual() && each.usual() <= each.most(), each.name());
        }
    }
}
