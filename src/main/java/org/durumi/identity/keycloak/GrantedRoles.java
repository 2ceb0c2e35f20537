package org.durumi.identity.keycloak;

import static org.durumi.identity.Role.ADMINISTRATOR;
import static org.durumi.identity.Role.AUDITOR;
import static org.durumi.identity.Role.CASEWORKER;
import static org.durumi.identity.Role.SUPERVISOR;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.session.SignInProblem;

/** From the groups of a token to our roles: an allow-list of four, and duties that one person must not unite. */
final class GrantedRoles {
    private GrantedRoles() {}

    /**
     * @throws SignInProblem if none of the groups is a role of ours, if an auditor has any other role, or if an
     *     administrator works on cases
     */
    static Set<Role> of(Collection<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.stream().map(Role::ofGroup).flatMap(Optional::stream).forEach(roles::add);
        if (roles.isEmpty()) {
            throw new SignInProblem(SignInRefused.Reason.NO_ROLE);
        }
        boolean auditsOthers = roles.contains(AUDITOR) && roles.size() > 1;
        boolean worksOnCases = roles.contains(CASEWORKER) || roles.contains(SUPERVISOR);
        if (auditsOthers || (roles.contains(ADMINISTRATOR) && worksOnCases)) {
            throw new SignInProblem(SignInRefused.Reason.ROLES_EXCLUDE_EACH_OTHER);
        }
        return Set.copyOf(roles);
    }
}
