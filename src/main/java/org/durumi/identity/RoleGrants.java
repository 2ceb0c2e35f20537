package org.durumi.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * The rows that say who may be what: somebody asks for it, somebody else confirms it, and nobody does either for themselves. They are
 * written once; an end is a row of its own. Whoever changes them does so in a transaction.
 */
public class RoleGrants {
    /** As long as there are fewer, nobody could confirm what one of them asks for. */
    private static final int ENOUGH_ADMINISTRATORS = 2;

    /** Whoever changes roles waits for whoever does: how many administrators there are stays true until the end. */
    private static final long ROLES_CHANGE = 0x6475_7275_6d69_0003L;

    private static final String CURRENT = "select g.user_id, " + RoleGrant.COLUMNS
            + " from role_grant g left join role_confirmation c on c.id = g.id where g.until is null and ";

    private final Statements database;
    private final Macs macs;

    public RoleGrants(Statements database, Macs macs) {
        this.database = database;
        this.macs = macs;
    }

    /** What stands or waits for a person, also if whoever holds the keys did not write it. */
    public Optional<RoleGrant> current(UserId who) {
        return list("g.user_id = ?", who.value()).findFirst();
    }

    /** The administrators who can act. */
    public List<UserId> administrators() {
        return list("g.role = ?", Role.ADMINISTRATOR.name())
                .filter(each -> each.stands(macs))
                .map(RoleGrant::who)
                .toList();
    }

    /**
     * Asks for a role. What waited for the person before does no longer.
     *
     * @throws RuleViolation if it is for oneself, is none that people have, or the person has a role, which must be taken away first
     */
    public void ask(UserId who, Role role, Signed asked) {
        lock();
        if (asked.by().equals(who)) {
            throw new RuleViolation("role.of-oneself");
        } else if (Role.ofGroup(role.group()).isEmpty()) {
            throw RuleViolation.at("role", "form.choose");
        }
        Optional<RoleGrant> before = current(who);
        if (before.filter(each -> each.stands(macs)).isPresent()) {
            throw RuleViolation.at("role", "role.take-first");
        }
        before.ifPresent(each -> end(each, asked));
        RoleGrant grant = RoleGrant.ask(who, role, asked, macs);
        database.run(
                "insert into role_grant (id, user_id, role, asked_by, asked_at, mac) values (?, ?, ?, ?, ?, ?)",
                grant.id(),
                who.value(),
                role.name(),
                asked.by().value(),
                asked.at(),
                grant.mac());
    }

    /**
     * Confirms what somebody else asked for.
     *
     * @param role which one the person who confirms has before them
     * @throws NotFound if no such role waits for the person
     * @throws RuleViolation if it was asked for by the same person, or is for them
     */
    public void confirm(UserId who, Role role, Signed confirmed) {
        lock();
        RoleGrant waiting = current(who)
                .filter(each -> each.role() == role && each.isGenuine(macs) && !each.stands(macs))
                .orElseThrow(NotFound::new);
        if (Stream.of(who, waiting.asked().by()).anyMatch(confirmed.by()::equals)) {
            throw new RuleViolation("role.another");
        }
        add(waiting.confirm(confirmed, macs));
    }

    /**
     * Gives a role at once as long as there are fewer than two administrators; from then on it waits for one of them.
     *
     * @param by a program, whose name no person has
     * @return whether the person has the role now
     * @throws RuleViolation if the person has another role
     */
    public boolean giveAtConsole(UserId who, Role role, Signed by) {
        lock();
        if (current(who)
                .filter(each -> each.role() == role && each.stands(macs))
                .isPresent()) {
            return true;
        }
        boolean alone = administrators().size() < ENOUGH_ADMINISTRATORS;
        ask(who, role, by);
        if (alone) {
            add(current(who).orElseThrow().confirm(by, macs));
        }
        return alone;
    }

    /**
     * Gives everybody a role who worked here before roles were given at all.
     *
     * @throws RuleViolation if any was given before
     */
    public void giveFirst(Map<UserId, Role> everybody, Signed by) {
        lock();
        if (wereGiven()) {
            throw new RuleViolation("role.given-before");
        }
        everybody.forEach((who, role) -> {
            ask(who, role, by);
            add(current(who).orElseThrow().confirm(by, macs));
        });
    }

    /**
     * Takes away what stands or waits for a person.
     *
     * @throws NotFound if nothing does
     */
    public void end(UserId who, Signed ended) {
        lock();
        end(current(who).orElseThrow(NotFound::new), ended);
    }

    /** Whether anybody was ever given a role here. */
    public boolean wereGiven() {
        return database.text("select 'given' from role_grant limit 1").isPresent();
    }

    private void add(RoleGrant confirmed) {
        RoleGrant.Confirmation confirmation = confirmed.confirmation().orElseThrow();
        database.run(
                "insert into role_confirmation (id, confirmed_by, confirmed_at, mac) values (?, ?, ?, ?)",
                confirmed.id(),
                confirmation.by().by().value(),
                confirmation.by().at(),
                confirmation.mac());
    }

    private void end(RoleGrant grant, Signed ended) {
        database.run(
                "insert into role_end (id, ended_at, ended_by, mac) values (?, ?, ?, ?)",
                grant.id(),
                ended.at(),
                ended.by().value(),
                macs.of(MacUse.ROLE_END, grant.id(), ended.by(), ended.at()));
    }

    private void lock() {
        database.call("select pg_advisory_xact_lock(?)", ROLES_CHANGE);
    }

    private Stream<RoleGrant> list(String condition, String argument) {
        return database
                .list(
                        row -> RoleGrant.of(row, new UserId(row.getString("user_id")))
                                .orElseThrow(),
                        CURRENT + condition,
                        argument)
                .stream();
    }
}
