package org.durumi.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.identity.Actor;
import org.durumi.identity.GivenRoles;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;

/** The people of the demo, with the subjects that the demo realm gives them. */
final class DemoStaff {
    static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000001");
    static final Actor HANEUL = member('1', Role.CASEWORKER);
    static final Actor YUN = member('2', Role.CASEWORKER);
    static final Actor SEO = member('3', Role.SUPERVISOR);
    static final Actor BAE = member('4', Role.SUPERVISOR);
    static final Actor OH = other('5', Role.AUDITOR);
    static final Actor ADMIN = other('6', Role.ADMINISTRATOR);

    private static final Actor MOON = other('7', Role.ADMINISTRATOR);

    private static final Map<String, Actor> BY_HANDLE =
            Map.of("haneul", HANEUL, "yun", YUN, "seo", SEO, "bae", BAE, "ohjin", OH, "admin", ADMIN, "moon", MOON);

    private DemoStaff() {}

    /** Founds the team, introduces everybody, and gives them their roles if nobody has any. */
    static void introduce(StaffDirectory staff, RoleGrants roles, GivenRoles given, Signed entered) {
        staff.found(TEAM, "북방팀 North team");
        BY_HANDLE.forEach((handle, actor) -> staff.introduce(actor.id(), handle, actor.roles()));
        List.of(HANEUL, YUN, SEO, BAE).forEach(actor -> staff.putIntoTeam(actor.id(), TEAM, entered));
        if (!given.areSome()) {
            roles.giveFirst(
                    BY_HANDLE.values().stream().collect(Collectors.toMap(Actor::id, Actor::recordedRole)), entered);
        }
    }

    private static Actor member(char nth, Role role) {
        return new Actor(subject(nth), Set.of(role), Optional.of(TEAM), "");
    }

    private static Actor other(char nth, Role role) {
        return new Actor(subject(nth), Set.of(role), Optional.empty(), "");
    }

    private static UserId subject(char nth) {
        return new UserId("00000000-0000-4000-8000-0000000000a" + nth);
    }
}
