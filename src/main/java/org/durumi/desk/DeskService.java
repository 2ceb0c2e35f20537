package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.LastSignIns;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.GivenRole;
import org.durumi.identity.GivenRoles;
import org.durumi.identity.HandleChange;
import org.durumi.identity.Membership;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrant;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.SeenGrant;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.Team;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** An administrator says who works here, as what and in which team. No act of one alone gives anybody a role. */
@ApplicationScoped
@Transactional
public class DeskService {
    /** Colleagues of one page. */
    public static final int PAGE = 50;

    /** So many of the history of everybody. */
    private static final int NEWEST = 300;

    private static final Access ROLE = Access.of(AccessAction.CONFIGURATION, AccessGroup.ROLE);
    private static final Access TEAM = Access.of(AccessAction.CONFIGURATION, AccessGroup.TEAM);
    private static final String COLLEAGUES = "SELECT m.user_id, m.handle, m.roles, n.name team_name, "
            + Membership.COLUMNS + ", " + RoleGrant.COLUMNS
            + ", p.shown, p.factors, d.since due"
            + " FROM staff_member m LEFT JOIN membership t ON t.user_id = m.user_id AND t.until IS NULL"
            + " LEFT JOIN team n ON n.id = t.team_id" + RoleGrant.joinedTo("m")
            + " LEFT JOIN staff_shown p ON p.user_id = m.user_id LEFT JOIN account_due d ON d.user_id = m.user_id";

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    StaffDirectory staff;

    @Inject
    LastSignIns signIns;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /**
     * One page of those who were ever met, by handle.
     *
     * @throws NotFound if the person is no administrator
     */
    public DeskPage list(ColleagueFilter filter) {
        read(AccessAction.LIST);
        // What a row gives is known once its MAC was checked, so the filter comes after the query. They are tens, not
        // thousands.
        List<Colleague> everybody = colleagues(" ORDER BY m.handle, m.user_id");
        List<Colleague> found = everybody.stream().filter(filter::lets).toList();
        List<Colleague> shown =
                found.stream().skip((long) filter.page() * PAGE).limit(PAGE).toList();
        return page(
                everybody.stream().filter(Colleague::waits).toList(), shown, found.size() > (filter.page() + 1) * PAGE);
    }

    /**
     * One of them, as a page of one.
     *
     * @throws NotFound if nobody was met under this identifier, or the person is no administrator
     */
    public DeskPage one(UserId who) {
        read(AccessAction.OPEN);
        Colleague one = colleague(who);
        return page(one.waits() ? List.of(one) : List.of(), List.of(one), false);
    }

    /** The teams of the organisation, by name. */
    public List<Team> teams() {
        requireAdministrator(TEAM);
        return staff.teams();
    }

    /**
     * Asks for a role for somebody, which another administrator has to confirm.
     *
     * @throws RuleViolation if it is for oneself, or they have a role
     */
    public void ask(UserId who, @Valid NewRole wanted) {
        requireAdministrator(ROLE);
        roles().ask(colleague(who).id(), wanted.role(), signed());
        log.changed(ROLE);
    }

    /**
     * Confirms the role that another administrator asked for.
     *
     * @param seen which request the person has before them
     * @throws org.durumi.kernel.ChangedMeanwhile if it does not wait any more
     * @throws RuleViolation if the person asked for it, or gets it, or they have not shown at the sign-in who they are
     */
    public void confirm(UserId who, UUID seen) {
        requireAdministrator(ROLE);
        roles().confirm(who, seen, signed());
        log.changed(ROLE);
    }

    /**
     * Takes a role away, or a request for one. It acts at once. One administrator stays: whoever does it.
     *
     * @throws org.durumi.kernel.ChangedMeanwhile if it is not as they saw it any more
     * @throws RuleViolation if it is their own role
     */
    public void takeAway(UserId who, SeenGrant seen) {
        requireAdministrator(ROLE);
        roles().takeAway(who, seen, signed());
        log.changed(ROLE);
    }

    /** Puts somebody into a team, and takes them out of the one before. */
    public void put(UserId who, @Valid NewMembership wanted) {
        requireAdministrator(TEAM);
        staff.putIntoTeam(who, wanted.team(), signed());
        log.changed(TEAM);
    }

    /** @throws RuleViolation if a colleague is called so, or in a way that looks the same */
    public void call(UserId who, @Valid NewHandle wanted) {
        requireAdministrator(TEAM);
        HandleChange.make(who, wanted.handle().strip(), signed(), Statements.on(database));
        log.changed(TEAM);
    }

    /** @throws RuleViolation if a team is called so */
    public void found(@Valid NewTeam wanted) {
        requireAdministrator(TEAM);
        String name = wanted.teamName().strip();
        if (staff.teams().stream().anyMatch(each -> each.name().equals(name))) {
            throw RuleViolation.at("teamName", "staff.team.taken");
        }
        staff.found(TeamId.create(), name);
        log.changed(TEAM);
    }

    private DeskPage page(List<Colleague> waiting, List<Colleague> shown, boolean more) {
        Map<UserId, HandleChange> called =
                HandleChange.of(waiting.stream().map(Colleague::id).toList(), Statements.on(database)).stream()
                        .collect(Collectors.toMap(HandleChange::who, each -> each, (newest, older) -> newest));
        Collection<UserId> signers = Stream.concat(
                        Stream.concat(waiting.stream(), shown.stream())
                                .flatMap(each -> Stream.concat(each.asked().stream(), each.confirmed().stream())),
                        called.values().stream().map(HandleChange::changed))
                .map(Signed::by)
                .toList();
        return new DeskPage(
                waiting,
                shown,
                signIns.of(shown.stream().map(Colleague::id).toList()),
                called,
                staff.handles(signers),
                more);
    }

    /**
     * Every role that a person was ever given, and every name, for whoever reads their page.
     *
     * @throws NotFound if the person is no administrator
     */
    public RoleHistory history(UserId who) {
        requireAdministrator(ROLE);
        return history(given().of(who), HandleChange.of(who, Statements.on(database)));
    }

    /**
     * The newest of everybody: an auditor looks whether somebody gave what they should not have.
     *
     * @throws NotFound if the person is neither auditor nor administrator
     */
    public RoleHistory everyHistory() {
        Access reading = Access.of(AccessAction.LIST, AccessGroup.ROLE);
        log.require(user.actor().is(Role.AUDITOR) || user.actor().is(Role.ADMINISTRATOR), reading);
        log.record(reading);
        return history(given().newest(NEWEST), HandleChange.newest(NEWEST, Statements.on(database)));
    }

    private RoleHistory history(List<GivenRole> given, List<HandleChange> names) {
        Stream<UserId> people = Stream.concat(
                given.stream()
                        .flatMap(each -> Stream.of(
                                        Stream.of(
                                                each.grant().who(),
                                                each.grant().asked().by()),
                                        each.grant().confirmation().stream()
                                                .map(one -> one.by().by()),
                                        each.ended().stream().map(Signed::by))
                                .flatMap(one -> one)),
                names.stream()
                        .flatMap(each -> Stream.of(each.who(), each.changed().by())));
        return new RoleHistory(given, names, staff.handles(people.toList()));
    }

    private Colleague colleague(UserId who) {
        return colleagues(" WHERE m.user_id = ?", who.value()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Colleague> colleagues(String which, Object... arguments) {
        return Statements.on(database).list(this::read, COLLEAGUES + which, arguments);
    }

    private Colleague read(ResultSet row) throws SQLException {
        UserId who = new UserId(row.getString("user_id"));
        Optional<RoleGrant> grant = RoleGrant.of(row, who);
        boolean inTeam =
                Membership.of(row, who).filter(each -> each.isGenuine(macs)).isPresent();
        return new Colleague(
                who,
                row.getString("handle"),
                Role.listed(row.getString("roles")),
                inTeam ? Optional.of(row.getString("team_name")) : Optional.empty(),
                grant,
                Colleague.state(grant, macs),
                Optional.ofNullable(row.getTimestamp("shown")).map(Timestamp::toInstant),
                row.getBoolean("factors"),
                row.getTimestamp("due") != null);
    }

    private void read(AccessAction action) {
        Access reading = Access.of(action, AccessGroup.ROLE, AccessGroup.TEAM, AccessGroup.SESSION);
        requireAdministrator(reading);
        log.record(reading);
    }

    private void requireAdministrator(Access wanted) {
        if (!user.actor().is(Role.ADMINISTRATOR)) {
            log.refused(wanted);
            throw new NotFound();
        }
    }

    private RoleGrants roles() {
        return new RoleGrants(Statements.on(database), macs);
    }

    private GivenRoles given() {
        return new GivenRoles(Statements.on(database), macs);
    }

    private Signed signed() {
        return user.actor().signed(clock.instant());
    }
}
