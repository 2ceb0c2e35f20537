package org.durumi.identity;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.vault.TestKeys;
import org.hibernate.StatelessSession;

/** A staff directory whose rows are a list. */
public final class StaffForTests {
    private StaffForTests() {}

    /** One in which everybody has the role with which they come. */
    public static StaffDirectory directory() {
        return directory(EnumSet.allOf(Role.class));
    }

    /** One in which everybody has these roles. */
    public static StaffDirectory directory(Set<Role> granted) {
        StaffList staff = new StaffList();
        Memberships memberships = new MembershipList(who -> staff.member(who).stream()
                .flatMap(each -> each.rolesLastSeen().stream())
                .findFirst());
        StaffDirectory directory = new StaffDirectory() {
            @Override
            public boolean grants(UserId user, Set<Role> roles) {
                return granted.containsAll(roles);
            }

            @Override
            public boolean mayComeIn(UserId user) {
                return !granted.isEmpty();
            }

            @Override
            public void came(UserId user, Instant proven) {
                // Nobody confirms a role here.
            }

            @Override
            Memberships memberships() {
                return memberships;
            }
        };
        directory.staff = staff;
        return directory;
    }

    private static final class MembershipList extends Memberships {
        private final Map<UserId, TeamId> teams = new HashMap<>();

        private final Function<UserId, Optional<Role>> roles;

        MembershipList(Function<UserId, Optional<Role>> roles) {
            super(Statements.on((Connection) null), TestKeys.macs());
            this.roles = roles;
        }

        @Override
        public Optional<TeamId> teamOf(UserId who) {
            return Optional.ofNullable(teams.get(who));
        }

        @Override
        List<UserId> ofTeam(TeamId team) {
            return teams.keySet().stream()
                    .filter(each -> teams.get(each).equals(team))
                    .toList();
        }

        @Override
        Map<UserId, Optional<Role>> rolesOfTeam(TeamId team) {
            return ofTeam(team).stream().collect(Collectors.toMap(each -> each, each -> roles.apply(each)));
        }

        @Override
        public void put(UserId who, TeamId team, Signed entered) {
            teams.put(who, team);
        }
    }

    private static final class StaffList implements Staff {
        private final List<StaffMember> members = new ArrayList<>();
        private final List<Team> teams = new ArrayList<>();

        @Override
        public StatelessSession session() {
            throw new UnsupportedOperationException("There is no database.");
        }

        @Override
        public Optional<StaffMember> member(UserId id) {
            return members.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public List<StaffMember> members(List<String> subjects) {
            return members.stream()
                    .filter(each -> subjects.contains(each.id().value()))
                    .toList();
        }

        @Override
        public List<StaffMember> everybody() {
            return List.copyOf(members);
        }

        @Override
        public Optional<Team> team(TeamId id) {
            return teams.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public List<Team> teams() {
            return teams;
        }

        @Override
        public void add(StaffMember member) {
            members.add(member);
        }

        @Override
        public void add(Team team) {
            teams.add(team);
        }

        @Override
        public void save(StaffMember member) {
            // The row is the object itself.
        }
    }
}
