package org.durumi.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    AccountService rows;

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

    /** Whether what the identity provider has not heard is anybody's business here: also where a key lies that cannot be used. */
    public boolean isConcerned() {
        return isManaged() || accounts.isKeyUseless();
    }

    /** @throws NotFound if the person is no administrator */
    public void requireAdministrator() {
        rows.requireAdministrator();
    }

    /**
     * Makes an account for somebody, whose role then waits to be confirmed by another administrator.
     *
     * @return with the password for the first sign-in, which is shown once
     * @throws NotFound if the person is no administrator, or this installation touches no accounts
     * @throws RuleViolation if the name cannot be one, is taken, or the identity provider is away
     */
    public Invited invite(NewInvitation wanted) {
        rows.requireAdministrator();
        if (!isManaged()) {
            throw new NotFound();
        } else if (!ACCOUNT.matcher(wanted.account()).matches()) {
            throw RuleViolation.at("account", "staff.account.signs");
        } else if (Role.ofGroup(wanted.role().group()).isEmpty()) {
            throw RuleViolation.at("role", "form.choose");
        }
        rows.begin(wanted);
        Invited invited = make(wanted).orElseThrow(() -> RuleViolation.at("account", "staff.account.taken"));
        try {
            rows.introduce(invited.who(), wanted);
        } catch (RuntimeException unknown) {
            takeBack(() -> Optional.of(invited.who()));
            throw unknown;
        }
        return invited;
    }

    private Optional<Invited> make(NewInvitation wanted) {
        Instant begun = clock.instant().minus(CLOCKS_DIFFER);
        try {
            return accounts.invite(wanted.account(), wanted.role());
        } catch (ProviderAway away) {
            if (!away.isAnswer()) {
                takeBack(() -> accounts.madeSince(wanted.account(), begun));
            }
            throw new RuleViolation("staff.invite.provider-away");
        }
    }

    /**
     * Nobody has the password of an account that was made and is not known here, and its name would be taken. It is looked for by its name
     * only where no answer came: whoever was refused made none, and a colleague may be making theirs.
     */
    private void takeBack(Supplier<Optional<UserId>> made) {
        try {
            made.get().filter(who -> !rows.knows(who)).ifPresent(who -> {
                accounts.remove(who);
                rows.takenBack();
            });
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
        return told(who);
    }

    /**
     * Confirms a role, and enables the account.
     *
     * @param seen which request the person has before them
     * @return whether the identity provider heard of it; if not it is told again
     * @throws RuleViolation as {@link DeskService#confirm} says
     */
    public boolean confirm(UserId who, UUID seen) {
        desk.confirm(who, seen);
        return told(who);
    }

    /**
     * Asks for a role, and opens the account, so that the person can show who they are.
     *
     * @return whether the identity provider heard of it; if not it is told again
     * @throws RuleViolation as {@link DeskService#ask} says
     */
    public boolean ask(UserId who, NewRole wanted) {
        desk.ask(who, wanted);
        return told(who);
    }

    /**
     * Takes away the codes and keys of somebody who has lost them: they make new ones at their next sign-in, and another administrator
     * confirms their role anew. Their sessions end. While the identity provider is away their role waits all the same, and nothing that
     * they show counts before it has done so.
     *
     * @return whether the identity provider did it; if not it is told again
     * @throws NotFound if nobody is known by this identifier, the person is no administrator, or this installation touches no accounts
     * @throws RuleViolation as {@link AccountService#suspend} says
     */
    public boolean takeSecondFactors(UserId who) {
        rows.requireAdministrator();
        if (!isManaged()) {
            throw new NotFound();
        }
        rows.suspend(who);
        sessions.endOf(who);
        return told(who);
    }

    /** Where somebody meant us to touch accounts and we cannot, nobody is told. */
    private boolean told(UserId who) {
        return isManaged() ? settling.settle(who) : !accounts.isKeyUseless();
    }
}
