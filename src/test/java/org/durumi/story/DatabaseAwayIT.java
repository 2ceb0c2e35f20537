package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/** What cannot be recorded is not shown: the access log fails closed, and recovers without a restart. */
class DatabaseAwayIT {
    @Test
    void a_case_whose_opening_cannot_be_recorded_is_not_opened() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        assertTrue(haneul.get("/cases/" + number).text().contains("Liaoning"));
        Caller seo = Caller.signedIn("seo");
        String version = Intake.value("select version from case_file where number = ?", number);

        asOwner("revoke insert on access_entry from durumi_log");
        try {
            for (String path : List.of("/cases", "/cases/" + number, "/cases/" + number + "/summary.pdf")) {
                Caller.Answer refused = haneul.get(path);
                assertEquals(503, refused.status(), path);
                assertFalse(refused.text().contains("Liaoning"), path);
                assertFalse(refused.text().contains("%PDF"), path);
                assertTrue(refused.requestId().length() > 0, "the number of the request for " + path);
            }
            assertEquals(
                    503,
                    seo.post("/cases/" + number + "/closure", "closeReason", "OTHER")
                            .status());
        } finally {
            asOwner("grant insert on access_entry to durumi_log");
        }
        assertEquals(version, Intake.value("select version from case_file where number = ?", number));
        assertEquals(200, haneul.get("/cases/" + number).status());
    }

    @Test
    void a_change_whose_entry_cannot_be_written_is_not_stored() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String stored = "select (select count(*) from case_file), (select count(*) from stage_entry)";
        String before = Intake.value(stored);

        asOwner("revoke insert on access_entry from durumi_app");
        try {
            assertEquals(
                    503,
                    haneul.post("/cases/new?kind=PAIR", Intake.pair(UUID.randomUUID(), Intake.today()))
                            .status());
        } finally {
            asOwner("grant insert on access_entry to durumi_app");
        }
        assertEquals(before, Intake.value(stored));
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Stack.running().asOwner();
                Statement executed = owner.createStatement()) {
            executed.execute(statement);
        }
    }
}
