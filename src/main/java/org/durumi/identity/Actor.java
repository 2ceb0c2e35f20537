package org.durumi.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;

/**
 * Who is acting now: one person of the staff with their roles and team, or a named actor of the system.
 *
 * @param id the person
 * @param roles what the identity provider says they may do; never empty
 * @param team the team; absent for auditors and administrators, and for somebody whom nobody has put into a team yet
 * @param sessionTag sixteen hexadecimal digits that tell sessions apart in the access log and open none; empty for a system actor
 */
public record Actor(UserId id, Set<Role> roles, Optional<TeamId> team, String sessionTag) {
    /** The names of programs, which nobody who signs in may bear: what a program asked for needs no administrator. */
    public static final Set<String> PROGRAMS = Set.of(
            "demo-loader",
            "drafts",
            "duplicate-search",
            "erasure",
            "key-rotation",
            "link-search",
            "mail",
            "risk",
            "split",
            "staff-tool",
            "unknown",
            "unlock-tool");

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no role");
        }
    }

    /** An actor of the system itself, such as «demo-loader»; it belongs to no team. */
    public static Actor system(String name) {
        return new Actor(new UserId(name), Set.of(Role.SYSTEM), Optional.empty(), "");
    }

    /** Whether the person works with cases: every caseworker and every supervisor does. */
    public boolean worksWithCases() {
        return is(Role.CASEWORKER) || is(Role.SUPERVISOR);
    }

    /** The team whose cases the person supervises; empty if they supervise none. */
    public Optional<TeamId> supervisedTeam() {
        return is(Role.SUPERVISOR) ? team : Optional.empty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The signature under what this person does at a moment. */
    public Signed signed(Instant moment) {
        return new Signed(id, moment);
    }

    /** The role under which the access log records this person: the one that sees most. */
    public Role recordedRole() {
        return roles.stream().max(java.util.Comparator.naturalOrder()).orElseThrow();
    }
}
