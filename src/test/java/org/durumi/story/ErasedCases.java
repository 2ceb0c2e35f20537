package org.durumi.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.durumi.approval.DecisionRows;
import org.durumi.jdbc.Statements;
import org.durumi.launcher.Demo;
import org.durumi.launcher.DemoPostgres;
import org.durumi.stack.Stack;
import org.durumi.vault.ToolKeys;

/** Lets the pause of an approved erasure pass. */
final class ErasedCases {
    private ErasedCases() {}

    /** It is over, and the application has still to notice. */
    static void theirPauseIsOver(String number) throws SQLException {
        Stack stack = Stack.running();
        try (Connection superuser = stack.asSuperuser()) {
            DecisionRows.moveBack(
                    superuser,
                    number,
                    Duration.ofHours(25),
                    ToolKeys.macs(Map.of("DURUMI_KEYS_DIRECTORY", stack.keys().toString()), Statements.on(superuser)));
            DecisionRows.promiseEarlier(superuser, number, Duration.ofHours(25));
        }
    }

    /** It is over, and the key is gone: what the application does within a minute, done by its role at once. */
    static void erased(String number) throws SQLException {
        theirPauseIsOver(number);
        try (Connection eraser = Stack.running().postgres().connect(Demo.DATABASE, DemoPostgres.ERASURE)) {
            Statements.on(eraser)
                    .call(
                            "select erase_case((select e.id from erasure e join case_file f on f.id = e.case_id"
                                    + " where f.number = ? and e.state = 'APPROVED'), array(select id from decision))",
                            number);
        }
    }
}
