package org.durumi.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** The rows that say who belongs to which team, and that somebody does no longer. They are written once. */
public class Memberships {
    private final Statements database;
    private final Macs macs;

    public Memberships(Statements database, Macs macs) {
        this.database = database;
        this.macs = macs;
    }

    /** The team of a person, as far as whoever holds the keys wrote so. */
    public Optional<TeamId> teamOf(UserId who) {
        return current(who).filter(each -> each.isGenuine(macs)).map(Membership::team);
    }

    /** Those who belong to a team, in the same way. */
    List<UserId> ofTeam(TeamId team) {
        return database
                .list(
                        row -> Membership.of(row, new UserId(row.getString("user_id")))
                                .orElseThrow(),
                        "select t.user_id, " + Membership.COLUMNS
                                + " from membership t where t.team_id = ? and t.until is null",
                        team.value())
                .stream()
                .filter(each -> each.isGenuine(macs))
                .map(Membership::who)
                .toList();
    }

    /** The same, each with the role that they have here now; empty if they have none. */
    Map<UserId, Optional<Role>> rolesOfTeam(TeamId team) {
        return database
                .list(
                        row -> {
                            UserId who = new UserId(row.getString("user_id"));
                            return new Member(Membership.of(row, who).orElseThrow(), RoleGrant.of(row, who));
                        },
                        "select t.user_id, " + Membership.COLUMNS + ", " + RoleGrant.COLUMNS + " from membership t"
                                + RoleGrant.joinedTo("t") + " where t.team_id = ? and t.until is null",
                        team.value())
                .stream()
                .filter(each -> each.membership().isGenuine(macs))
                .collect(Collectors.toMap(
                        each -> each.membership().who(),
                        each -> each.grant().filter(one -> one.stands(macs)).map(RoleGrant::role)));
    }

    private record Member(Membership membership, Optional<RoleGrant> grant) {}

    /** Puts a person into a team, and takes them out of the one to which they belonged. Does nothing for their own team. */
    public void put(UserId who, TeamId team, Signed entered) {
        Optional<Membership> before = current(who);
        if (before.filter(each -> each.isGenuine(macs) && each.team().equals(team))
                .isPresent()) {
            return;
        }
        before.ifPresent(each -> end(each.id(), entered));
        Membership next = Membership.begin(who, team, entered, macs);
        database.run(
                "insert into membership (id, user_id, team_id, since, entered_by, mac) values (?, ?, ?, ?, ?, ?)",
                next.id(),
                who.value(),
                team.value(),
                entered.at(),
                entered.by().value(),
                next.mac());
    }

    private void end(UUID membership, Signed ended) {
        database.run(
                "insert into membership_end (id, ended_at, ended_by, mac) values (?, ?, ?, ?)",
                membership,
                ended.at(),
                ended.by().value(),
                macs.of(MacUse.MEMBERSHIP_END, membership, ended.by(), ended.at()));
    }

    private Optional<Membership> current(UserId who) {
        return database
                .list(
                        row -> Membership.of(row, who).orElseThrow(),
                        "select " + Membership.COLUMNS + " from membership t where t.user_id = ? and t.until is null",
                        who.value())
                .stream()
                .findFirst();
    }
}
