package org.durumi.identity.keycloak;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.session.SignInProblem;

/**
 * From the groups of a token to our roles: one of an allow-list of four. Nobody unites two: who asks is not who grants, and who
 * works is not who watches.
 */
final class GrantedRoles {
    private GrantedRoles() {}

    /** @throws SignInProblem if none of the groups is a role of ours, or more than one */
    static Set<Role> of(Collection<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.stream().map(Role::ofGroup).flatMap(Optional::stream).forEach(roles::add);
        if (roles.isEmpty()) {
            throw new SignInProblem(SignInRefused.Reason.NO_ROLE);
        }
        if (roles.size() > 1) {
            throw new SignInProblem(SignInRefused.Reason.ROLES_EXCLUDE_EACH_OTHER);
        }
        return Set.copyOf(roles);
    }
}
