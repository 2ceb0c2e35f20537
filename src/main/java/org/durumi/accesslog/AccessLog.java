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
import org.durumi.identity.Role;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * Writes who saw or did what. An entry holds no name, no place, no note and no address of a page.
 *
 * <p>What is opened, listed, exported or refused is committed by itself, on a pool that may only insert, before anything
 * is shown. What is changed is recorded in the caller's transaction and commits with the change.
 */
@ApplicationScoped
public class AccessLog {
    /** The actor of a refused sign-in of which nobody knows whose it was. */
    private static final UserId NOBODY = new UserId("unknown");

    private static final String NO_ROLE = "NONE";
    private static final String INSERT = """
            insert into access_entry
                (recorded_at, actor, actor_role, session_tag, action, outcome, case_refs, field_groups, request_id,
                 search_hash, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource withTheChange;

    @Resource(lookup = "java:app/jdbc/durumi-log")
    DataSource atOnce;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /**
     * Records an access before it happens.
     *
     * @return the proof without which nothing is opened
     * @throws AccessNotRecorded if the entry could not be committed; then nothing may be shown
     */
    public Receipt record(Access access) {
        Instant now = clock.instant();
        UUID request = user.requestId();
        write(atOnce, access, AccessOutcome.DONE, user.actor(), now, request);
        return new Receipt(request, access.cases(), now);
    }

    /**
     * Records what the system looks up by itself in this request, as an actor of its own.
     *
     * @param system such as «duplicate-search»
     */
    public Receipt recordAs(Actor system, Access access) {
        Instant now = clock.instant();
        UUID request = user.requestId();
        write(atOnce, access, AccessOutcome.DONE, system, now, request);
        return new Receipt(request, access.cases(), now);
    }

    /** Records a change in the caller's transaction: both are stored, or neither. */
    public void changed(Access access) {
        write(withTheChange, access, AccessOutcome.DONE, user.actor(), clock.instant(), user.requestId());
    }

    /** Records that somebody was turned away. Stays although the caller's transaction rolls back. */
    public void refused(Access access) {
        write(atOnce, access, AccessOutcome.REFUSED, user.actor(), clock.instant(), user.requestId());
    }

    /** Records an act of somebody who is not, or no longer, the signed-in person of this request. */
    void record(Access access, AccessOutcome outcome, Actor who) {
        write(atOnce, access, outcome, who, clock.instant(), user.requestId());
    }

    /** Records that a sign-in was refused. */
    void refusedSignIn(Optional<UserId> who) {
        Access attempt = Access.of(AccessAction.SIGN_IN, AccessGroup.SESSION);
        UserId person = who.orElse(NOBODY);
        write(atOnce, attempt, AccessOutcome.REFUSED, person, NO_ROLE, "", clock.instant(), user.requestId());
    }

    /**
     * Records what a program beside the application changes, in the transaction of the change.
     *
     * @param program its name, such as «staff-tool»
     */
    public static void changedBy(String program, Access access, Statements database, Macs macs, Instant now) {
        insert(
                database,
                macs,
                access,
                AccessOutcome.DONE,
                new UserId(program),
                Role.SYSTEM.name(),
                "",
                now,
                UUID.randomUUID());
    }

    /** Records that somebody did not get the right that a row would give which the application did not write. */
    void refusedForeign(ForeignRow row) {
        Access refused = Access.of(AccessAction.OPEN, group(row.what()))
                .on(row.number().stream().toList());
        write(atOnce, refused, AccessOutcome.REFUSED, row.who(), NO_ROLE, "", clock.instant(), user.requestId());
    }

    private static AccessGroup group(ForeignRow.Kind kind) {
        return switch (kind) {
            case SESSION -> AccessGroup.SESSION;
            case TEAM -> AccessGroup.TEAM;
            case ASSIGNMENT -> AccessGroup.ASSIGNMENT;
            case CASE -> AccessGroup.CASE;
        };
    }

    private void write(DataSource pool, Access access, AccessOutcome outcome, Actor actor, Instant now, UUID request) {
        String role = actor.recordedRole().name();
        write(pool, access, outcome, actor.id(), role, actor.sessionTag(), now, request);
    }

    private void write(
            DataSource pool,
            Access access,
            AccessOutcome outcome,
            UserId who,
            String role,
            String sessionTag,
            Instant now,
            UUID request) {
        try {
            insert(Statements.on(pool), macs, access, outcome, who, role, sessionTag, now, request);
        } catch (StatementFailed notWritten) {
            throw new AccessNotRecorded(notWritten);
        }
    }

    private static void insert(
            Statements database,
            Macs macs,
            Access access,
            AccessOutcome outcome,
            UserId who,
            String role,
            String sessionTag,
            Instant now,
            UUID request) {
        String[] cases = access.cases().stream().map(CaseNumber::value).toArray(String[]::new);
        String[] groups = access.groups().stream().map(Enum::name).sorted().toArray(String[]::new);
        database.run(
                INSERT,
                now,
                who.value(),
                role,
                sessionTag,
                access.action().name(),
                outcome.name(),
                cases,
                groups,
                request,
                access.searchHash(),
                macs.of(
                        MacUse.ACCESS_ENTRY,
                        AccessEntry.values(
                                now,
                                who,
                                role,
                                sessionTag,
                                access.action().name(),
                                outcome.name(),
                                cases,
                                groups,
                                request,
                                access.searchHash())));
    }
}
