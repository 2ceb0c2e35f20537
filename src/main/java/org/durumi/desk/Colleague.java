package org.durumi.desk;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrant;
import org.durumi.identity.RoleGrant.Confirmation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/**
 * Somebody of the staff as an administrator sees them.
 *
 * @param seen the roles that the identity provider named last
 * @param team the name of their team; empty if they belong to none, or whoever holds the keys did not say so
 * @param grant the role that they have here or wait for
 */
public record Colleague(
        UserId id,
        String handle,
        Set<Role> seen,
        Optional<String> team,
        Optional<RoleGrant> grant,
        ColleagueState state) {
    static ColleagueState state(Optional<RoleGrant> grant, Macs macs) {
        if (grant.isEmpty()) {
            return ColleagueState.NO_ROLE;
        } else if (!grant.get().isGenuine(macs)) {
            return ColleagueState.CHANGED_OUTSIDE;
        }
        return grant.get().stands(macs) ? ColleagueState.ACTIVE : ColleagueState.WAITS;
    }

    /** The role that they have here or wait for; empty also if Durumi did not write that. */
    public Optional<Role> role() {
        return grant.filter(each -> state == ColleagueState.ACTIVE || state == ColleagueState.WAITS)
                .map(RoleGrant::role);
    }

    public boolean waits() {
        return state == ColleagueState.WAITS;
    }

    /** Whether the identity provider named another role last than the one that they have here or wait for. */
    public boolean differs() {
        return role().filter(each -> !seen.equals(Set.of(each))).isPresent();
    }

    public Optional<Signed> asked() {
        return grant.map(RoleGrant::asked);
    }

    public Optional<Signed> confirmed() {
        return grant.flatMap(RoleGrant::confirmation).map(Confirmation::by);
    }

    /** Whether this person may confirm what waits: neither who asked for it, nor who gets it. */
    public boolean canBeConfirmedBy(UserId who) {
        return waits() && Stream.of(id, grant.orElseThrow().asked().by()).noneMatch(who::equals);
    }
}
