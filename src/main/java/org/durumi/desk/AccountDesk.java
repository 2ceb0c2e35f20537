package org.durumi.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.durumi.identity.Role;
import org.durumi.identity.SeenGrant;
import org.durumi.identity.session.Accounts;
import org.durumi.identity.session.Accounts.Invited;
import org.durumi.identity.session.OpenSessions;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;

/**
 * What an administrator does to an account of somebody: first to our own rows, which count at once, then at the identity provider, which
 * may be away. No transaction waits for it.
 */
@ApplicationScoped
public class AccountDesk {
    private static final Logger LOGGER = Logger.getLogger(AccountDesk.class.getName());

    /** By how much the identity provider's clock may be behind ours, at most. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    @Inject
    DeskService desk;

    @Inject
    Accounts accounts;

    @Inject
    OpenSessions sessions;

    @Inject
    AccountSettling settling;

    @Inject
    Clock clock;

    /** Whether this installation may touch accounts at all. */
    public boolean isManaged() {
        return accounts.areManaged();
    }

    /**
     * Makes an account for somebody, whose role then waits to be confirmed by another administrator.
     *
     * @return with the password for the first sign-in, which is shown once
     * @throws NotFound if the person is no administrator, or this installation touches no accounts
     * @throws RuleViolation if the name cannot be one, is taken, or the identity provider is away
     */
    public Invited invite(NewInvitation wanted) {
        desk.requireFree(wanted.account());
        if (!isManaged()) {
            throw new NotFound();
        } else if (!ACCOUNT.matcher(wanted.account()).matches()) {
            throw RuleViolation.at("account", "staff.account.signs");
        } else if (Role.ofGroup(wanted.role().group()).isEmpty()) {
            throw RuleViolation.at("role", "form.choose");
        }
        Instant begun = clock.instant().minus(CLOCKS_DIFFER);
        Invited invited = make(wanted, begun).orElseThrow(() -> RuleViolation.at("account", "staff.account.taken"));
        try {
            desk.introduce(invited.who(), wanted);
        } catch (RuntimeException unknown) {
            takeBack(wanted.account(), begun);
            throw unknown;
        }
        return invited;
    }

    private Optional<Invited> make(NewInvitation wanted, Instant begun) {
        try {
            return accounts.invite(wanted.account(), wanted.role());
        } catch (ProviderAway away) {
            takeBack(wanted.account(), begun);
            throw new RuleViolation("staff.invite.provider-away");
        }
    }

    /** Nobody has the password of an account that was made and is not known here, and its name would be taken. */
    private void takeBack(String account, Instant since) {
        try {
            accounts.madeSince(account, since).filter(who -> !desk.knows(who)).ifPresent(accounts::remove);
        } catch (RuntimeException failed) {
            LOGGER.log(
                    Level.WARNING,
                    "An account may have been made that nobody knows: {0}",
                    failed.getClass().getName());
        }
    }

    /**
     * Takes a role away, ends the sessions, and disables the account.
     *
     * @return whether the identity provider heard of it; here it counts in any case, and the provider is told again
     * @throws RuleViolation as {@link DeskService#takeAway} says
     */
    public boolean takeAway(UserId who, SeenGrant seen) {
        desk.takeAway(who, seen);
        sessions.endOf(who);
        return !isManaged() || settling.settle(who);
    }

    /**
     * Confirms a role, and enables the account.
     *
     * @return whether the identity provider heard of it; if not it is told again
     * @throws RuleViolation as {@link DeskService#confirm} says
     */
    public boolean confirm(UserId who, NewRole seen) {
        desk.confirm(who, seen);
        return !isManaged() || settling.settle(who);
    }

    /**
     * Takes away the codes and keys of somebody who has lost them: they make new ones at their next sign-in, and another administrator
     * confirms their role anew. Their sessions end. While the identity provider is away their role waits all the same.
     *
     * @throws NotFound if nobody is known by this identifier, the person is no administrator, or this installation touches no accounts
     * @throws RuleViolation if it is oneself, they have no role, or the identity provider is away
     */
    public void takeSecondFactors(UserId who) {
        desk.requireDesk();
        if (!isManaged()) {
            throw new NotFound();
        }
        desk.suspend(who);
        sessions.endOf(who);
        try {
            accounts.takeSecondFactors(who);
        } catch (ProviderAway away) {
            throw new RuleViolation("staff.factors.provider-away");
        }
    }
}
