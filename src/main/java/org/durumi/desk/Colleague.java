package org.durumi.desk;

import java.time.Instant;
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
 * @param seen the roles that the identity provider named last; none of who was invited and has never come
 * @param team the name of their team; empty if they belong to none, or whoever holds the keys did not say so
 * @param grant the role that they have here or wait for
 * @param shown when they have shown at the sign-in who they are; empty if they have still to, since they last lost a role
 * @param factors whether what they proved themselves with before has still to be taken away: until then nothing that they show counts
 * @param due whether the identity provider has still to hear what became of their account
 */
public record Colleague(
        UserId id,
        String handle,
        Set<Role> seen,
        Optional<String> team,
        Optional<RoleGrant> grant,
        ColleagueState state,
        Optional<Instant> shown,
        boolean factors,
        boolean due) {
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
        return written().map(RoleGrant::role);
    }

    public boolean stands() {
        return state == ColleagueState.ACTIVE;
    }

    public boolean waits() {
        return state == ColleagueState.WAITS;
    }

    /** Whether they have shown who they are: nobody confirms a role before. */
    public boolean isShown() {
        return shown.isPresent() && !factors;
    }

    /** Whether the identity provider named another role last than the one that they have here or wait for. */
    public boolean differs() {
        return !seen.isEmpty()
                && role().filter(each -> !seen.equals(Set.of(each))).isPresent();
    }

    /** Empty also if Durumi did not write it: then nobody knows who asked. */
    public Optional<Signed> asked() {
        return written().map(RoleGrant::asked);
    }

    public Optional<Signed> confirmed() {
        return written().flatMap(RoleGrant::confirmation).map(Confirmation::by);
    }

    private Optional<RoleGrant> written() {
        return grant.filter(each -> state == ColleagueState.ACTIVE || state == ColleagueState.WAITS);
    }

    /** How the identifier begins: what an administrator compares, since a name can be changed. */
    public String beginning() {
        return id.beginning();
    }

    /** Whether this person may confirm what waits: neither who asked for it, nor who gets it, and only of somebody who has shown who they are. */
    public boolean canBeConfirmedBy(UserId who) {
        return waits()
                && isShown()
                && Stream.of(id, grant.orElseThrow().asked().by()).noneMatch(who::equals);
    }
}
