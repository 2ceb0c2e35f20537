package org.durumi.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** Who works here, under which handle and in which team. */
@ApplicationScoped
@Transactional
public class StaffDirectory {
    @Inject
    Staff staff;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    /** The handle of a person; for somebody unknown, such as an actor of the system, the subject itself. */
    public String handle(UserId user) {
        return staff.member(user).map(StaffMember::handle).orElse(user.value());
    }

    /** The handles of many people in one query; everybody who was asked for has one. */
    public Map<UserId, String> handles(Collection<UserId> users) {
        Set<UserId> asked = Set.copyOf(users);
        Map<UserId, String> known = asked.isEmpty()
                ? Map.of()
                : staff.members(asked.stream().map(UserId::value).toList()).stream()
                        .collect(Collectors.toMap(StaffMember::id, StaffMember::handle));
        return asked.stream().collect(Collectors.toMap(user -> user, user -> known.getOrDefault(user, user.value())));
    }

    public Optional<StaffMember> member(UserId user) {
        return staff.member(user);
    }

    /** Everybody who was ever met, by handle. */
    public List<StaffMember> everybody() {
        return staff.everybody();
    }

    /** Everybody in a team, by handle. */
    public List<StaffMember> ofTeam(TeamId team) {
        List<String> subjects =
                memberships().ofTeam(team).stream().map(UserId::value).toList();
        return subjects.isEmpty() ? List.of() : staff.members(subjects);
    }

    /** The team of a person; empty for auditors and administrators, and for somebody whom nobody has put into a team yet. */
    public Optional<TeamId> teamOf(UserId user) {
        return memberships().teamOf(user);
    }

    /** Those of a team to whom a case can be assigned, by handle. */
    public List<StaffMember> caseworkers(TeamId team) {
        return ofTeam(team, role -> role.equals(Optional.of(Role.CASEWORKER)));
    }

    /** The supervisors of a team who may come in, by handle. */
    public List<StaffMember> supervisors(TeamId team) {
        return ofTeam(team, role -> role.equals(Optional.of(Role.SUPERVISOR)));
    }

    /** Those of a team on whom cases may hang, by handle: also who has no role any more. */
    public List<StaffMember> everCaseworkers(TeamId team) {
        return ofTeam(team, role -> role.isEmpty() || role.get() == Role.CASEWORKER);
    }

    private List<StaffMember> ofTeam(TeamId team, Predicate<Optional<Role>> wanted) {
        List<String> subjects = memberships().rolesOfTeam(team).entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(each -> each.getKey().value())
                .toList();
        return subjects.isEmpty() ? List.of() : staff.members(subjects);
    }

    /** Everybody who has a role by rows of ours. */
    public Set<UserId> having(Role role) {
        return Set.copyOf(roles().having(role));
    }

    /** @throws NotFound if there is no such team */
    public Team team(TeamId id) {
        return staff.team(id).orElseThrow(NotFound::new);
    }

    public List<Team> teams() {
        return staff.teams();
    }

    /** How every team is called, in one query. */
    public Map<TeamId, String> teamNames() {
        return staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    }

    /** Founds a team, or finds it as it is. */
    public Team found(TeamId id, String name) {
        return staff.team(id).orElseGet(() -> {
            Team team = Team.found(id, name);
            staff.add(team);
            return team;
        });
    }

    /**
     * Whether a person has these roles by rows of ours, which whoever holds the keys wrote. While the keys are locked nobody can tell: who
     * comes then opens nothing but the lock, and does not come if rows say that they have no role yet, or none any more.
     */
    public boolean grants(UserId user, Set<Role> roles) {
        if (macs.areLocked()) {
            return !roles().speakAgainst(user);
        }
        Optional<RoleGrant> found = roles().current(user);
        if (found.filter(each -> !each.isGenuine(macs)).isPresent()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.ROLE, user, Optional.empty()));
        }
        return found.filter(each -> each.stands(macs))
                .map(each -> roles.equals(Set.of(each.role())))
                .orElse(false);
    }

    /** Whether a person has a role by rows of ours, whatever the identity provider says. Asked while the keys are open. */
    public boolean mayComeIn(UserId user) {
        return roles().current(user).filter(each -> each.stands(macs)).isPresent();
    }

    /** Whether the account of a person is to be open at the identity provider. Asked while the keys are open. */
    public boolean opensAccount(UserId user) {
        return roles().opens(user);
    }

    /** Notes that the identity provider names these roles, also of somebody who may not come in; the first time, a row is made for them. */
    public StaffMember meet(UserId user, Set<Role> roles) {
        Optional<StaffMember> known = staff.member(user);
        if (known.isEmpty()) {
            StaffMember newcomer = StaffMember.meet(user, roles);
            staff.add(newcomer);
            return newcomer;
        }
        StaffMember member = known.get();
        if (!member.rolesLastSeen().equals(roles)) {
            member.see(roles);
            staff.save(member);
        }
        return member;
    }

    /** Notes that somebody who may not come in has shown who they are, at that moment. */
    public void came(UserId user, Instant proven) {
        new StaffShown(Statements.on(database)).came(user, proven);
    }

    /**
     * Gives a person a handle and roles to be listed under before they sign in for the first time, or changes the handle.
     *
     * @param roles none of somebody whom the identity provider has not named yet
     */
    public StaffMember introduce(UserId user, String handle, Set<Role> roles) {
        StaffMember member = meet(user, roles);
        member.call(handle);
        staff.save(member);
        return member;
    }

    /**
     * Puts a person into a team, from the moment of the signature on.
     *
     * @throws NotFound if the person or the team is unknown
     */
    public void putIntoTeam(UserId user, TeamId team, Signed entered) {
        memberships()
                .put(
                        staff.member(user).orElseThrow(NotFound::new).id(),
                        team(team).id(),
                        entered);
    }

    /** Remembers the language for the next sign-in. Does nothing for somebody unknown. */
    public void speak(UserId user, Locale language) {
        staff.member(user).ifPresent(member -> {
            member.speak(language);
            staff.save(member);
        });
    }

    /** Remembers what somebody has chosen for themselves. Does nothing for somebody unknown. */
    public void prefer(UserId user, Preferences chosen) {
        staff.member(user).ifPresent(member -> {
            member.prefer(chosen);
            staff.save(member);
        });
    }

    private RoleGrants roles() {
        return new RoleGrants(Statements.on(database), macs);
    }

    Memberships memberships() {
        return new Memberships(Statements.on(database), macs);
    }
}
