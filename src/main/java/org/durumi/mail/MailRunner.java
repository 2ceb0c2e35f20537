package org.durumi.mail;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.SomebodyTold;
import org.durumi.kernel.TimePassed;
import org.durumi.kernel.UserId;
import org.durumi.vault.VaultLock;

/**
 * Lets mails be sent whose time has come: on every node, what one person is told by one. It runs on a thread of its own, because a mail
 * server that hangs must not keep a missed check-in from being told on the pages.
 */
@ApplicationScoped
class MailRunner {
    private static final Logger LOGGER = Logger.getLogger(MailRunner.class.getName());

    /** So many people at most before it looks again. */
    private static final int MOST = 200;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Resource
    ManagedExecutorService threads;

    @Inject
    MailSendingService service;

    @Inject
    MailServer server;

    @Inject
    LockedWatch watch;

    @Inject
    VaultLock vault;

    @Inject
    Clock clock;

    /** How often somebody has asked since it last looked: one thread looks, and looks once more for whoever asked meanwhile. */
    private final AtomicInteger asked = new AtomicInteger();

    /** After the others: what they have just written goes at once. */
    void whenTimePassed(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) TimePassed passed) {
        wake();
    }

    void whenTold(@Observes(during = TransactionPhase.AFTER_SUCCESS) SomebodyTold told) {
        wake();
    }

    private void wake() {
        if (server.isThere() && asked.getAndIncrement() == 0) {
            try {
                threads.execute(this::look);
            } catch (RejectedExecutionException stopping) {
                asked.set(0);
            }
        }
    }

    /** Whatever goes wrong, the next who asks is heard: what left it would leave this node silent for good. */
    private void look() {
        int known;
        do {
            known = asked.get();
            try {
                if (vault.isOpen()) {
                    work(clock.instant());
                } else {
                    watch.tell(clock.instant());
                }
            } catch (RuntimeException | Error failed) {
                LOGGER.log(
                        Level.WARNING,
                        "Mails could not be sent: {0}",
                        failed.getClass().getName());
            }
        } while (asked.addAndGet(-known) > 0);
    }

    /** Tries once what is due, the longest first. Addresses are sealed: while the keys are locked it is not asked. */
    void work(Instant now) {
        List<UserId> due = Statements.on(database)
                .list(
                        row -> new UserId(row.getString(1)),
                        "select user_id from mail where due_at <= told_or_now(?) group by user_id"
                                + " order by min(due_at), user_id limit ?",
                        now,
                        MOST);
        due.forEach(each -> tried(each, now));
    }

    private void tried(UserId person, Instant now) {
        try {
            service.send(person, now);
        } catch (MailFailed failed) {
            failed(person, failed.kind(), now);
        } catch (RuntimeException | Error failed) {
            failed(person, failed.getClass().getSimpleName(), now);
        }
    }

    private void failed(UserId person, String error, Instant now) {
        LOGGER.log(Level.WARNING, "A mail was not sent and is tried again: {0}", error);
        try {
            Statements.on(database).call("select mail_failed(?, ?, ?)", person.value(), error, now);
        } catch (StatementFailed away) {
            LOGGER.log(Level.WARNING, "Nor was that noted: {0}", away.getClass().getName());
        }
    }
}
