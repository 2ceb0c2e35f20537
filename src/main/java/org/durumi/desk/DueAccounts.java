package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.identity.AccountsDue;
import org.durumi.identity.session.Accounts;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/**
 * Makes up for what the identity provider did not hear while it was away. It runs on a thread of its own: whoever waits for a provider
 * that hangs must not keep a missed check-in from being told.
 */
@ApplicationScoped
class DueAccounts {
    private static final Logger LOGGER = Logger.getLogger(DueAccounts.class.getName());

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Resource
    ManagedExecutorService threads;

    @Inject
    AccountSettling settling;

    @Inject
    Accounts accounts;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    private final AtomicBoolean busy = new AtomicBoolean();

    void whenAMinutePassed(@Observes MinutePassed minute) {
        // A node without the key leaves what is due to one that has it. While the keys are locked nobody can tell whose
        // role stands.
        if (accounts.areManaged() && !macs.areLocked() && busy.compareAndSet(false, true)) {
            try {
                threads.execute(this::tell);
            } catch (RejectedExecutionException stopping) {
                busy.set(false);
            }
        }
    }

    private void tell() {
        try {
            new AccountsDue(Statements.on(database)).toTry(clock.instant()).forEach(this::tell);
        } catch (RuntimeException | Error failed) {
            told(failed);
        } finally {
            busy.set(false);
        }
    }

    /** One of whom it cannot be told keeps nobody else waiting. */
    private void tell(UserId who) {
        try {
            settling.settle(who);
        } catch (RuntimeException failed) {
            told(failed);
        }
    }

    private static void told(Throwable failed) {
        LOGGER.log(
                Level.WARNING,
                "The identity provider was not told: {0}",
                failed.getClass().getName());
    }
}
