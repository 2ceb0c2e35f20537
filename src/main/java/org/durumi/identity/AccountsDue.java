package org.durumi.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/**
 * Of whose account the identity provider has still to hear. It is noted in the transaction that changes a role, because the provider may
 * be away then; what is to become of the account is asked of the roles when it is told.
 */
public record AccountsDue(Statements database) {
    /**
     * Longer than all time-outs of one try together, also of somebody with many keys: who takes away late what somebody has made since
     * lets another one come first. What is noted anew is tried at once all the same: whoever tries asks again after it.
     */
    private static final Duration ONE_TRY = Duration.ofMinutes(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    public void note(UserId who, Instant since) {
        database.run(
                "insert into account_due (user_id, since) values (?, ?)"
                        + " on conflict (user_id) do update set since = excluded.since, tried_at = null",
                who.value(),
                since);
    }

    /** Those who may be tried now, who has waited longest first. */
    public List<UserId> toTry(Instant now) {
        return database.list(
                row -> new UserId(row.getString(1)),
                "select user_id from account_due where tried_at is null or tried_at <= ? order by since, user_id",
                now.minus(ONE_TRY));
    }

    /** Takes one to try it: since when it has been due; empty if it is not, or somebody else tries it just now. */
    public Optional<Instant> take(UserId who, Instant now) {
        return database
                .list(
                        row -> row.getTimestamp(1).toInstant(),
                        "update account_due set tried_at = ? where user_id = ? and (tried_at is null or tried_at <= ?)"
                                + " returning since",
                        now,
                        who.value(),
                        now.minus(ONE_TRY))
                .stream()
                .findFirst();
    }

    /** The provider has heard what was true then. What has become due meanwhile stays so. */
    public void heard(UserId who, Instant since) {
        database.run("delete from account_due where user_id = ? and since = ?", who.value(), since);
    }

    /** Nobody knows how a try ended: it may be carried out after what somebody else told meanwhile, so it is due again in a minute. */
    public void failed(UserId who, Instant since, Instant now) {
        database.run(
                "insert into account_due (user_id, since, tried_at) values (?, ?, ?) on conflict (user_id) do update"
                        + " set tried_at = excluded.tried_at where account_due.since = excluded.since",
                who.value(),
                since,
                now.minus(ONE_TRY).plus(BETWEEN_TRIES));
    }

    /** Everybody who is known here and has no role: whoever was left out when all got theirs. */
    void noteThoseWithoutRole(Instant since) {
        database.run(
                "insert into account_due (user_id, since) select user_id, ? from staff_member m"
                        + " where not may_come_in(m.user_id, null) on conflict (user_id) do nothing",
                since);
    }

    public boolean isDue(UserId who) {
        return database.text("select 'due' from account_due where user_id = ?", who.value())
                .isPresent();
    }
}
