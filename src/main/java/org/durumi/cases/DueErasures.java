package org.durumi.cases;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.AccessNotRecorded;
import org.durumi.approval.Decision;
import org.durumi.approval.DecisionKind;
import org.durumi.identity.Actor;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/**
 * Carries out the erasures whose pause is over, as a role of the database that can do nothing else: only if two different people
 * have signed exactly this.
 */
@ApplicationScoped
class DueErasures {
    private static final Logger LOGGER = Logger.getLogger(DueErasures.class.getName());
    private static final Actor SYSTEM = Actor.system("erasure");

    @Resource(lookup = "java:app/jdbc/durumi-erase")
    DataSource database;

    @Inject
    ErasurePause pause;

    @Inject
    Macs macs;

    @Inject
    AccessLog log;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    /** @param promised until when everybody was told that it can be stopped; empty if a row says nothing of it */
    private record Approved(EntryId id, CaseId caseId, CaseNumber number, Optional<Instant> promised) {
        boolean isPromisedAfter(Instant now) {
            return promised.filter(day -> !day.isAfter(now)).isEmpty();
        }
    }

    @ActivateRequestContext
    void whenAMinutePassed(@Observes MinutePassed minute) {
        if (!macs.areLocked()) {
            Statements statements = Statements.on(database);
            statements.list(DueErasures::approved, """
                            select e.id, e.case_id, f.number, f.erasure_due from erasure e join case_file f on f.id = e.case_id
                            where e.state = 'APPROVED'
                                and not exists (select from legal_hold h where h.case_id = e.case_id and h.lifted_at is null)
                            order by e.id
                            """).forEach(each -> tried(each, statements));
        }
    }

    /** One that fails is tried again in a minute, and holds up no other. */
    private void tried(Approved erasure, Statements statements) {
        try {
            settle(erasure, statements);
        } catch (StatementFailed | AccessNotRecorded failed) {
            LOGGER.log(
                    Level.WARNING,
                    "An erasure that is due could not be carried out: {0}",
                    failed.getClass().getName());
        }
    }

    private void settle(Approved erasure, Statements statements) {
        List<Decision> signed = statements
                .list(
                        Decision::read,
                        "select * from decision where kind = 'ERASURE' and subject_id = ?",
                        erasure.id().value())
                .stream()
                .filter(each ->
                        each.isGenuine(DecisionKind.ERASURE, erasure.id().value(), content(erasure), macs))
                .toList();
        Optional<Instant> agreed = agreed(signed);
        if (agreed.isEmpty()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.DECISION, SYSTEM.id(), Optional.of(erasure.number())));
            statements.run(
                    "update erasure set state = 'STOPPED', stopped_by = ?, stopped_at = ? where id = ? and state = 'APPROVED'",
                    SYSTEM.id().value(),
                    clock.instant(),
                    erasure.id().value());
        } else if (isOver(erasure, agreed.get())) {
            log.recordAs(SYSTEM, Access.of(AccessAction.ERASE, AccessGroup.KEY).on(erasure.number()));
            statements.call("select erase_case(?, ?)", erasure.id().value(), (Object)
                    signed.stream().map(each -> each.id().value()).toArray(UUID[]::new));
        }
    }

    /**
     * Neither what was promised on the pages nor what two people signed lies ahead: each alone could be made shorter by whoever changes
     * rows or starts the server with another pause.
     */
    private boolean isOver(Approved erasure, Instant agreed) {
        Instant now = clock.instant();
        return !erasure.isPromisedAfter(now) && !pause.after(agreed).isAfter(now);
    }

    /** When the second of two different people decided; empty if two have not. */
    private static Optional<Instant> agreed(List<Decision> signed) {
        List<UserId> people =
                signed.stream().map(each -> each.decided().by()).distinct().toList();
        return people.size() < 2
                ? Optional.empty()
                : signed.stream().map(each -> each.decided().at()).max(Comparator.naturalOrder());
    }

    private static Object[] content(Approved erasure) {
        return Erasure.content(erasure.id(), erasure.caseId(), erasure.number());
    }

    private static Approved approved(ResultSet row) throws SQLException {
        return new Approved(
                new EntryId(row.getObject(1, UUID.class)),
                new CaseId(row.getObject(2, UUID.class)),
                new CaseNumber(row.getString(3)),
                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant));
    }
}
