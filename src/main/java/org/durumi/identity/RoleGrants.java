package org.durumi.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.ChangedMeanwhile;
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
    /** What stands as somebody's name where {@code bin/staff} did something. */
    public static final UserId CONSOLE = new UserId("staff-tool");

    /** As long as there are fewer, nobody could confirm what one of them asks for. */
    private static final int ENOUGH_ADMINISTRATORS = 2;

    /** Whoever changes roles waits for whoever does: how many administrators there are stays true until the end. */
    private static final long ROLES_CHANGE = 0x6475_7275_6d69_0003L;

    private final Statements database;
    private final Macs macs;
    private final AccountsDue accounts;
    private final StaffShown shown;

    public RoleGrants(Statements database, Macs macs) {
        this.database = database;
        this.macs = macs;
        this.accounts = new AccountsDue(database);
        this.shown = new StaffShown(database);
    }

    /** What stands or waits for a person, also if whoever holds the keys did not write it. */
    public Optional<RoleGrant> current(UserId who) {
        return list("g.user_id = ?", who.value()).findFirst();
    }

    /** Those who have a role now. */
    public List<UserId> having(Role role) {
        return list("g.role = ?", role.name())
                .filter(each -> each.stands(macs))
                .map(RoleGrant::who)
                .toList();
    }

    /**
     * Asks for a role. What waited for the person before does no longer.
     *
     * @throws RuleViolation if it is for oneself, is none that people have, the person has a role, which must be taken away first, was
     *     invited before and never came, or who asks is no administrator any more
     */
    public void ask(UserId who, Role role, Signed asked) {
        lock();
        requireAdministrator(asked.by());
        request(who, role, asked);
        accounts.note(who, asked.at());
    }

    /** Whether an account is to be open: of whom has a role, and of whom one waits, so that they can show who they are. */
    boolean opens(UserId who) {
        if (macs.areLocked()) {
            throw new IllegalStateException("nobody can tell whose role stands");
        }
        return current(who).filter(each -> each.isGenuine(macs)).isPresent();
    }

    private void request(UserId who, Role role, Signed asked) {
        if (asked.by().equals(who)) {
            throw new RuleViolation("role.of-oneself");
        } else if (Role.ofGroup(role.group()).isEmpty()) {
            throw RuleViolation.at("role", "form.choose");
        } else if (neverCame(who)) {
            throw new RuleViolation("staff.never-came");
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

    /** Whether somebody was invited and has never come: the password that was shown for them may be in any hands by now. */
    private boolean neverCame(UserId who) {
        return database.text(
                        "select 'never' from staff_member m where user_id = ? and roles = ''"
                                + " and exists (select from role_grant g where g.user_id = m.user_id)",
                        who.value())
                .isPresent();
    }

    /**
     * Confirms what somebody else asked for.
     *
     * @param seen which request the person who confirms has before them: another one, also for the same role, is not what they asked the
     *     person about
     * @throws ChangedMeanwhile if it does not wait any more
     * @throws RuleViolation if it was asked for by the same person, or is for them, one of both is no administrator any more, or the person
     *     has still to show at the sign-in who they are
     */
    public void confirm(UserId who, UUID seen, Signed confirmed) {
        lock();
        requireAdministrator(confirmed.by());
        RoleGrant waiting = current(who)
                .filter(each -> each.id().equals(seen) && each.isGenuine(macs) && !each.stands(macs))
                .orElseThrow(ChangedMeanwhile::new);
        if (Stream.of(who, waiting.asked().by()).anyMatch(confirmed.by()::equals)) {
            throw new RuleViolation("role.another");
        } else if (!mayAsk(waiting.asked().by())) {
            throw new RuleViolation("role.void");
        } else if (!shown.has(who)) {
            throw new RuleViolation(shown.factorsDue(who).isPresent() ? "staff.factors.owed" : "staff.not-met");
        }
        add(waiting.confirm(confirmed, macs));
        accounts.note(who, confirmed.at());
    }

    /** What became of a role that the console was told to give. */
    public enum AtConsole {
        GIVEN,
        /** The person has still to show who they are; then the console is told once more. */
        HAS_TO_COME,
        /** There are administrators who can confirm it. */
        ASKED
    }

    /**
     * Asks for a role, and gives it at once to who has shown who they are, as long as there are fewer than two administrators.
     *
     * @param by a program, whose name no person has
     * @throws RuleViolation if the person has another role, or was invited before and never came
     */
    public AtConsole giveAtConsole(UserId who, Role role, Signed by) {
        lock();
        if (current(who)
                .filter(each -> each.role() == role && each.stands(macs))
                .isPresent()) {
            return AtConsole.GIVEN;
        }
        boolean alone = having(Role.ADMINISTRATOR).size() < ENOUGH_ADMINISTRATORS;
        request(who, role, by);
        accounts.note(who, by.at());
        if (!alone) {
            return AtConsole.ASKED;
        } else if (!shown.has(who)) {
            return AtConsole.HAS_TO_COME;
        }
        add(current(who).orElseThrow().confirm(by, macs));
        return AtConsole.GIVEN;
    }

    /**
     * Gives everybody a role who worked here before roles were given at all; who is left out is to be disabled.
     *
     * @throws RuleViolation if any was given before
     */
    public void giveFirst(Map<UserId, Role> everybody, Signed by) {
        lock();
        if (new GivenRoles(database, macs).areSome()) {
            throw new RuleViolation("role.given-before");
        }
        everybody.forEach((who, role) -> {
            request(who, role, by);
            add(current(who).orElseThrow().confirm(by, macs));
        });
        accounts.noteThoseWithoutRole(by.at());
    }

    /**
     * Takes away, for an administrator, what they have before them.
     *
     * @param seen which grant, and whether it stood: what waited then may have been confirmed since
     * @throws ChangedMeanwhile if it is another one now, or none
     * @throws RuleViolation if it is their own role, or they are no administrator any more
     */
    public void takeAway(UserId who, SeenGrant seen, Signed ended) {
        lock();
        requireAdministrator(ended.by());
        RoleGrant found = current(who).orElseThrow(ChangedMeanwhile::new);
        ChangedMeanwhile.unless(found.id().equals(seen.grant()) && found.stands(macs) == seen.stood());
        if (ended.by().equals(who) && seen.stood()) {
            throw new RuleViolation("role.end-own");
        }
        end(found, ended);
        shown.startsAnew(who, ended.at());
        accounts.note(who, ended.at());
    }

    /**
     * Lets somebody's role wait to be confirmed again: whoever can come in with a password alone may not be who they were. What they
     * prove themselves with is to be taken away; then they show anew who they are, and their account stays open for that.
     *
     * @throws RuleViolation if there is none of Durumi's, it is their own, or who acts is no administrator any more
     */
    public void suspend(UserId who, Signed suspended) {
        lock();
        requireAdministrator(suspended.by());
        RoleGrant found = current(who)
                .filter(each -> each.isGenuine(macs))
                .orElseThrow(() -> new RuleViolation("staff.factors.no-role"));
        end(found, suspended);
        shown.losesFactors(who, suspended.at());
        request(who, found.role(), suspended);
        accounts.note(who, suspended.at());
    }

    /**
     * Whether rows, genuine or not, say that somebody waits for a role or has lost it. It only takes away, so no MAC is needed: while the
     * keys are locked it keeps out whom no two administrators have let in.
     */
    public boolean speakAgainst(UserId who) {
        return database.text(
                        "select 'against' where exists (select from role_grant where user_id = ?) and not may_come_in(?, null)",
                        who.value(),
                        who.value())
                .isPresent();
    }

    /**
     * Takes away what stands or waits for a person, at the console.
     *
     * @throws NotFound if nothing does
     */
    public void end(UserId who, Signed ended) {
        lock();
        end(current(who).orElseThrow(NotFound::new), ended);
        shown.startsAnew(who, ended.at());
        accounts.note(who, ended.at());
    }

    private boolean mayAsk(UserId who) {
        return who.equals(CONSOLE) || having(Role.ADMINISTRATOR).contains(who);
    }

    /** Asked under the lock: a colleague may have taken the role away since this request came. */
    private void requireAdministrator(UserId acting) {
        if (!having(Role.ADMINISTRATOR).contains(acting)) {
            throw new RuleViolation("role.no-longer");
        }
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
                        GivenRoles.EVERY + " where g.until is null and " + condition,
                        argument)
                .stream();
    }
}
