package org.durumi.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/**
 * Writes who saw or did what. An entry holds no name, no place, no note and no address of a page.
 *
 * <p>What is opened, listed, exported or refused is committed by itself, on a pool that may only insert, before anything
 * is shown. What is changed is recorded in the caller's transaction and commits with the change.
 */
@ApplicationScoped
public class AccessLog {
    private static final String NO_ROLE = "NONE";

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource withTheChange;

    @Resource(lookup = "java:app/jdbc/durumi-log")
    DataSource atOnce;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    CoveredCases covered;

    @Inject
    Clock clock;

    /**
     * Records an access before it happens.
     *
     * @return the proof without which nothing is opened
     * @throws AccessNotRecorded if the entry could not be committed; then nothing may be shown
     */
    public Receipt record(Access access) {
        return recordAs(user.actor(), access);
    }

    /**
     * Records what the system looks up by itself in this request, as an actor of its own.
     *
     * @param system such as «risk»
     * @throws AccessNotRecorded if the entry could not be committed; then nothing may be opened
     */
    public Receipt recordAs(Actor system, Access access) {
        return receipt(line(system, access, AccessOutcome.DONE));
    }

    /**
     * The same, but the entry tells only how many cases they are; their numbers stand sealed in it. Who reads the log shall not
     * learn whom somebody asked about.
     */
    public Receipt recordCovered(Actor system, Access access) {
        Line open = line(system, access, AccessOutcome.DONE);
        return receipt(open.covering(covered.seal(access.cases(), open.request())));
    }

    private Receipt receipt(Line line) {
        write(atOnce, line);
        return new Receipt(line.request(), line.access().cases(), line.at());
    }

    /** Records a change in the caller's transaction: both are stored, or neither. */
    public void changed(Access access) {
        write(withTheChange, line(user.actor(), access, AccessOutcome.DONE));
    }

    /** The same of what the system changes by itself while somebody acts, as an actor of its own. */
    public void changedAs(Actor system, Access access) {
        write(withTheChange, line(system, access, AccessOutcome.DONE));
    }

    /** Records that somebody was turned away. Stays although the caller's transaction rolls back. */
    public void refused(Access access) {
        write(atOnce, line(user.actor(), access, AccessOutcome.REFUSED));
    }

    /**
     * The same, with what whoever was turned away is told: unknown and forbidden look the same.
     *
     * @return to be thrown
     */
    public NotFound notFound(Access attempted) {
        refused(attempted);
        return new NotFound();
    }

    /** @throws NotFound if the person of this request may not do what is attempted; that is recorded */
    public void require(boolean may, Access attempted) {
        if (!may) {
            throw notFound(attempted);
        }
    }

    /** Records an act of somebody who is not, or no longer, the signed-in person of this request. */
    void record(Access access, AccessOutcome outcome, Actor who) {
        write(atOnce, line(who, access, outcome));
    }

    /** Records that a sign-in was refused. */
    void refusedSignIn(Optional<UserId> who) {
        refused(who.orElse(UserId.NOBODY), Access.of(AccessAction.SIGN_IN, AccessGroup.SESSION));
    }

    /** Records that somebody did not get the right that a row would give which the application did not write. */
    void refusedForeign(ForeignRow row) {
        refused(
                row.who(),
                Access.of(AccessAction.OPEN, group(row.what()))
                        .on(row.number().stream().toList()));
    }

    /**
     * Records what a program beside the application changes, in the transaction of the change.
     *
     * @param program its name, such as «staff-tool»
     */
    public static void changedBy(String program, Access access, Statements database, Macs macs, Instant now) {
        line(Actor.system(program), access, AccessOutcome.DONE, now, UUID.randomUUID())
                .write(database, macs);
    }

    private void refused(UserId who, Access access) {
        write(
                atOnce,
                new Line(
                        clock.instant(),
                        who,
                        NO_ROLE,
                        "",
                        access,
                        AccessOutcome.REFUSED,
                        user.requestId(),
                        Optional.empty()));
    }

    private static AccessGroup group(ForeignRow.Kind kind) {
        return switch (kind) {
            case SESSION -> AccessGroup.SESSION;
            case ROLE -> AccessGroup.ROLE;
            case TEAM -> AccessGroup.TEAM;
            case ASSIGNMENT, GRANT, DEPUTY, TRANSFER -> AccessGroup.ASSIGNMENT;
            case LINK -> AccessGroup.LINK;
            case CASE, ENTRY -> AccessGroup.CASE;
            case BROKER -> AccessGroup.BROKER;
            case NORM_PRICE -> AccessGroup.NORM_PRICE;
            case SOURCE -> AccessGroup.SOURCE;
            case DRAFT -> AccessGroup.DRAFT;
            case MAIL_ADDRESS -> AccessGroup.MAIL;
            case SETTING -> AccessGroup.SETTING;
            case STANCE -> AccessGroup.STANCE;
            case DECISION -> AccessGroup.KEY;
        };
    }

    private Line line(Actor who, Access access, AccessOutcome outcome) {
        return line(who, access, outcome, clock.instant(), user.requestId());
    }

    private static Line line(Actor who, Access access, AccessOutcome outcome, Instant now, UUID request) {
        return new Line(
                now, who.id(), who.recordedRole().name(), who.sessionTag(), access, outcome, request, Optional.empty());
    }

    private void write(DataSource pool, Line line) {
        try {
            line.write(Statements.on(pool), macs);
        } catch (StatementFailed notWritten) {
            throw new AccessNotRecorded(notWritten);
        }
    }
}
