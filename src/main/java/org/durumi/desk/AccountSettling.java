package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.durumi.identity.AccountsDue;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.session.Accounts;
import org.durumi.identity.session.ProviderAway;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/**
 * Tells the identity provider what our rows say of an account: whose role stands comes in, and nobody else. No transaction waits for its
 * answer.
 */
@ApplicationScoped
public class AccountSettling {
    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Accounts accounts;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    /**
     * Tries it once, if it is due and nobody else tries it.
     *
     * @return whether the identity provider has heard of it
     */
    @ActivateRequestContext
    public boolean settle(UserId who) {
        AccountsDue due = new AccountsDue(Statements.on(database));
        Optional<Instant> since = due.take(who, clock.instant());
        if (since.isEmpty()) {
            return false;
        }
        try {
            if (staff.mayComeIn(who)) {
                accounts.enable(who);
            } else {
                accounts.disable(who);
            }
        } catch (ProviderAway away) {
            return false;
        }
        due.heard(who, since.get());
        return true;
    }
}
