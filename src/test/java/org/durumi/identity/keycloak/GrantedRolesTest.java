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
    void a_supervisor_may_be_a_caseworker_too() {
        assertEquals(Set.of(Role.CASEWORKER, Role.SUPERVISOR), GrantedRoles.of(List.of("supervisor", "caseworker")));
    }

    @Test
    void nobody_comes_in_without_a_role() {
        assertEquals(Reason.NO_ROLE, refusal(List.of()));
        assertEquals(Reason.NO_ROLE, refusal(List.of("system", "admin")));
    }

    @Test
    void an_auditor_has_no_other_role() {
        for (String other : List.of("caseworker", "supervisor", "administrator")) {
            assertEquals(Reason.ROLES_EXCLUDE_EACH_OTHER, refusal(List.of("auditor", other)));
        }
    }

    @Test
    void an_administrator_does_not_work_on_cases() {
        for (String other : List.of("caseworker", "supervisor")) {
            assertEquals(Reason.ROLES_EXCLUDE_EACH_OTHER, refusal(List.of("administrator", other)));
        }
    }

    private static Reason refusal(List<String> groups) {
        return assertThrows(SignInProblem.class, () -> GrantedRoles.of(groups))
                .refusal()
                .reason();
    }
}
