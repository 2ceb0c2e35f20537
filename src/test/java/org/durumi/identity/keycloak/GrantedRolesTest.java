package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused.Reason;
import org.durumi.identity.session.SignInProblem;
import org.junit.jupiter.api.Test;

class GrantedRolesTest {
    @Test
    void groups_that_we_do_not_know_are_ignored() {
        assertEquals(
                Set.of(Role.CASEWORKER),
                GrantedRoles.of(List.of("caseworker", "offline_access", "Supervisor", "system", "SYSTEM")));
    }

    @Test
    void nobody_comes_in_without_a_role() {
        assertEquals(Reason.NO_ROLE, refusal(List.of()));
        assertEquals(Reason.NO_ROLE, refusal(List.of("system", "admin")));
    }

    @Test
    void nobody_has_two_roles() {
        List<String> groups = List.of("caseworker", "supervisor", "auditor", "administrator");
        for (String one : groups) {
            for (String other : groups) {
                if (!one.equals(other)) {
                    assertEquals(Reason.ROLES_EXCLUDE_EACH_OTHER, refusal(List.of(one, other)), one + ", " + other);
                }
            }
            assertEquals(1, GrantedRoles.of(List.of(one, one)).size());
        }
    }

    private static Reason refusal(List<String> groups) {
        return assertThrows(SignInProblem.class, () -> GrantedRoles.of(groups))
                .refusal()
                .reason();
    }
}
