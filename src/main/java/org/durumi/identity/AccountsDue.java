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
    /** Longer than all time-outs of one try together, so that two never try at once. */
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
                now.minus(BETWEEN_TRIES));
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
                        now.minus(BETWEEN_TRIES))
                .stream()
                .findFirst();
    }

    /** The provider has heard what was true then. What has become due meanwhile stays so. */
    public void heard(UserId who, Instant since) {
        database.run("delete from account_due where user_id = ? and since = ?", who.value(), since);
    }

    /** Who tells the provider themselves, in its own console, owes it nothing here. */
    public void forget() {
        database.run("delete from account_due");
    }
}
