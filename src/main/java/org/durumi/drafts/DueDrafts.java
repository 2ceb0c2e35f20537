package org.durumi.drafts;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Actor;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.MinutePassed;
import org.durumi.mac.Macs;

/** Forgets what nobody has touched for thirty days. The entry of the log tells that, not whose they were. */
@ApplicationScoped
class DueDrafts {
    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @ActivateRequestContext
    void whenAMinutePassed(@Observes MinutePassed minute) {
        // While the keys are locked nothing of this could be recorded.
        if (!macs.areLocked() && forget() > 0) {
            log.recordAs(Actor.system("drafts"), Access.of(AccessAction.ERASE, AccessGroup.DRAFT));
        }
    }

    private int forget() {
        return Statements.on(database)
                .list(row -> row.getInt(1), "select forget_drafts(?)", clock.instant())
                .get(0);
    }
}
