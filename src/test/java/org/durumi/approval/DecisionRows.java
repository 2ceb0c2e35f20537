package org.durumi.approval;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.durumi.jdbc.Statements;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** Moves what was decided back in time, as only somebody with the organisation's key can: for tests that let a pause pass. */
public final class DecisionRows {
    private DecisionRows() {}

    private record Row(UUID id, UUID caseId, String kind, UUID subject, byte[] hash, String by, Instant at) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    row.getString("kind"),
                    row.getObject("subject_id", UUID.class),
                    row.getBytes("content_hash"),
                    row.getString("decided_by"),
                    row.getTimestamp("decided_at").toInstant());
        }
    }

    /** As if it had been promised to erase a case earlier, too: what its row then says of itself fits no more. */
    public static void promiseEarlier(Connection superuser, String number, Duration by) {
        Statements.on(superuser)
                .run(
                        "update case_file set erasure_due = erasure_due - make_interval(secs => ?) where number = ?",
                        (double) by.toSeconds(),
                        number);
    }

    /** As if everything decided in a case had been decided earlier. */
    public static void moveBack(Connection superuser, String number, Duration by, Macs macs) {
        Statements statements = Statements.on(superuser);
        statements
                .list(
                        Row::read,
                        "select d.* from decision d join case_file f on f.id = d.case_id where f.number = ?",
                        number)
                .forEach(row -> {
                    Instant earlier = row.at().minus(by);
                    statements.run(
                            "update decision set decided_at = ?, mac = ? where id = ?",
                            earlier,
                            macs.of(
                                    MacUse.DECISION,
                                    row.id(),
                                    row.caseId(),
                                    row.kind(),
                                    row.subject(),
                                    row.hash(),
                                    row.by(),
                                    earlier),
                            row.id());
                });
    }
}
