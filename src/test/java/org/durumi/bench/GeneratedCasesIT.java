package org.durumi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.durumi.identity.session.SessionRows;
import org.durumi.launcher.Demo;
import org.durumi.stack.Stack;
import org.durumi.vault.GeneratedKeys;
import org.junit.jupiter.api.Test;

/** The cases of the bench are cases: the application lists, opens, changes and prints them. */
class GeneratedCasesIT {
    private static final GeneratedStaff STAFF = new GeneratedStaff(60);

    @Test
    void generated_cases_are_listed_opened_changed_and_printed() throws Exception {
        Stack stack = Stack.running();
        new Generator(() -> stack.postgres().connect(Demo.DATABASE, "postgres"), new GeneratedKeys(stack.keys()))
                .fill(STAFF);
        try (Connection database = stack.postgres().connect(Demo.DATABASE, "postgres")) {
            BenchUser user = BenchUser.signedIn(
                    GeneratedStaff.caseworker(0), stack.baseUrl(), database, new SessionRows(stack.keys()));
            for (BenchUser.Kind kind : BenchUser.Kind.values()) {
                for (int nth = 0; nth < 6; nth++) {
                    assertTrue(user.ask(kind) >= 0);
                }
            }
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select (select count(*) from access_entry where actor like 'bench%' and outcome = 'REFUSED'),
                                (select count(*) from risk_alert a join case_file f on f.id = a.case_id
                                where f.opened_by like 'bench%' and a.rule_group = 'CHANGED_OUTSIDE')
                            """)) {
                row.next();
                assertEquals(0, row.getInt(1), "nothing of them is refused");
                assertEquals(0, row.getInt(2), "nothing looks as if somebody had changed it past the application");
            }
        }
    }
}
