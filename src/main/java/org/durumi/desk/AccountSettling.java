package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.durumi.identity.AccountsDue;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffShown;
import org.durumi.identity.session.Accounts;
import org.durumi.identity.session.ProviderAway;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/**
 * Tells the identity provider what our rows say of an account: it is open to whose role stands, and to whose role waits, so that they can show who they are
 * before theirs can be confirmed. What somebody proves themselves with is taken away first, if that is due. No transaction waits for its
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
     * Tries it, if it is due and nobody else tries it.
     *
     * @return whether the identity provider has heard of it
     */
    @ActivateRequestContext
    public boolean settle(UserId who) {
        Statements here = Statements.on(database);
        AccountsDue due = new AccountsDue(here);
        Optional<Instant> since = due.take(who, clock.instant());
        if (since.isPresent()) {
            try {
                takeFactors(who, new StaffShown(here));
                tell(who, accounts, staff::opensAccount);
                due.heard(who, since.get());
            } catch (ProviderAway away) {
                due.failed(who, since.get(), clock.instant());
            }
        }
        return !due.isDue(who);
    }

    /** From then on what the person shows counts. */
    private void takeFactors(UserId who, StaffShown shown) {
        shown.factorsDue(who).ifPresent(due -> {
            accounts.takeSecondFactors(who);
            shown.factorsAreGone(who, due, clock.instant());
        });
    }

    /** Until what was told is still true afterwards: somebody may have told another thing while this was under way. */
    static void tell(UserId who, Accounts accounts, Predicate<UserId> open) {
        boolean told;
        do {
            told = open.test(who);
            if (told) {
                accounts.enable(who);
            } else {
                accounts.disable(who);
            }
        } while (told != open.test(who));
    }
}
