package org.durumi.identity;

import java.time.Instant;
import java.util.Optional;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/**
 * Who has shown at the sign-in who they are: only then does an administrator confirm their role, and the console give one. It counts since
 * they last lost a role, and since what they proved themselves with before was taken away; whoever has the password alone makes new proofs.
 */
public record StaffShown(Statements database) {
    /**
     * Somebody proved who they are and was refused. Only the first such moment is kept: it is what they tell the administrator who asks.
     *
     * @param proven in whole seconds, as the identity provider says it
     */
    public void came(UserId who, Instant proven) {
        database.run(
                "insert into staff_shown (user_id, since, factors, shown) values (?, ?, false, ?)"
                        + " on conflict (user_id) do update set shown = excluded.shown where staff_shown.shown is null"
                        + " and not staff_shown.factors and date_trunc('second', staff_shown.since) <= excluded.shown",
                who.value(),
                proven,
                proven);
    }

    /** Whether somebody has shown it. */
    boolean has(UserId who) {
        return database.text(
                        "select 'shown' from staff_shown where user_id = ? and shown is not null and not factors",
                        who.value())
                .isPresent();
    }

    /** Somebody lost their role: they show anew who they are. What is still to be taken away from them stays so. */
    void startsAnew(UserId who, Instant since) {
        database.run(
                "insert into staff_shown (user_id, since, factors) values (?, ?, false) on conflict (user_id) do update"
                        + " set since = greatest(staff_shown.since, excluded.since), shown = null",
                who.value(),
                since);
    }

    /** What somebody proves themselves with is to be taken away. */
    void losesFactors(UserId who, Instant since) {
        database.run(
                "insert into staff_shown (user_id, since, factors) values (?, ?, true) on conflict (user_id) do update"
                        + " set since = greatest(staff_shown.since, excluded.since), factors = true, shown = null",
                who.value(),
                since);
    }

    /** Since when it has been due to take away what somebody proves themselves with; empty if it is not. */
    public Optional<Instant> factorsDue(UserId who) {
        return database
                .list(
                        row -> row.getTimestamp(1).toInstant(),
                        "select since from staff_shown where user_id = ? and factors",
                        who.value())
                .stream()
                .findFirst();
    }

    /**
     * It is taken away: what somebody proves from now on counts. What has become due meanwhile stays so.
     *
     * @param due as {@link #factorsDue} said before
     */
    public void factorsAreGone(UserId who, Instant due, Instant now) {
        database.run(
                "update staff_shown set factors = false, since = greatest(since, ?), shown = null"
                        + " where user_id = ? and factors and since = ?",
                now,
                who.value(),
                due);
    }
}
