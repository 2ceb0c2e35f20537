package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.HandleChange;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** What our own rows say of an account that an administrator makes or changes, each act in a transaction that waits for nobody. */
@ApplicationScoped
@Transactional
class AccountService {
    private static final Access ACCOUNT = Access.of(AccessAction.CONFIGURATION, AccessGroup.ACCOUNT);
    private static final Access ACCOUNT_AND_ROLE =
            Access.of(AccessAction.CONFIGURATION, AccessGroup.ACCOUNT, AccessGroup.ROLE);

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /** @throws NotFound if the person is no administrator */
    public void requireAdministrator() {
        log.require(user.actor().is(Role.ADMINISTRATOR), ACCOUNT);
    }

    /**
     * Somebody is about to make an account. It is recorded before the identity provider is asked: an account that is made there, and of
     * which our rows then say nothing, has left its trace.
     *
     * @throws RuleViolation if a colleague is called like it, or in a way that looks the same
     */
    public void begin(NewInvitation invited) {
        requireAdministrator();
        requireFree(invited);
        log.changed(ACCOUNT);
    }

    /** Somebody got an account: they are known by its name, and wait for their role to be confirmed once they have signed in. */
    public void introduce(UserId who, NewInvitation invited) {
        requireAdministrator();
        requireFree(invited);
        staff.introduce(who, invited.account(), Set.of());
        roles().ask(who, invited.role(), signed());
        log.changed(ACCOUNT_AND_ROLE);
    }

    /** Whether an account that was made is known here. */
    public boolean knows(UserId who) {
        return staff.member(who).isPresent();
    }

    /** An account was removed that was made in vain. */
    public void takenBack() {
        log.changed(ACCOUNT);
    }

    /**
     * Lets somebody's role wait again, because what they prove themselves with is to be taken away: with their password alone anybody could
     * make another one.
     *
     * @throws NotFound if nobody was met under this identifier, or the person is no administrator
     * @throws RuleViolation if it is their own, they have none, or were invited and never came
     */
    public void suspend(UserId who) {
        requireAdministrator();
        if (staff.member(who)
                .orElseThrow(NotFound::new)
                .id()
                .equals(user.actor().id())) {
            throw new RuleViolation("staff.account.own");
        }
        roles().suspend(who, signed());
        log.changed(ACCOUNT_AND_ROLE);
    }

    /** A colleague may have been called so since it was asked first. */
    private void requireFree(NewInvitation invited) {
        if (HandleChange.isTaken(invited.account(), Statements.on(database))) {
            throw RuleViolation.at("account", "staff.handle.taken");
        }
    }

    private RoleGrants roles() {
        return new RoleGrants(Statements.on(database), macs);
    }

    private Signed signed() {
        return user.actor().signed(clock.instant());
    }
}
