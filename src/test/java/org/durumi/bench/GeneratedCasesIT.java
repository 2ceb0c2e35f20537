package org.durumi.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
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
        }
    }
}
