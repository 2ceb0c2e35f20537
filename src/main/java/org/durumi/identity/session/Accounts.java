package org.durumi.identity.session;

import java.time.Instant;
import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.kernel.UserId;

/** The accounts of the staff at the identity provider, as far as an administrator touches them here. */
public interface Accounts {
    /** An account that was made, and the password for its first sign-in, for which nobody can ask again. */
    record Invited(UserId who, String password) {
        /** Without the password: one careless line, and it would stand in a log. */
        @Override
        public String toString() {
            return "Invited[" + who + "]";
        }
    }

    /** Whether this installation may touch them. */
    boolean areManaged();

    /** Whether somebody meant it to, but its key cannot be read, or nobody said where the provider is for it. */
    boolean isKeyUseless();

    /**
     * Makes an account with a role.
     *
     * @return empty if there is one of this name
     * @throws ProviderAway if there is no answer, or it refuses
     */
    Optional<Invited> invite(String name, Role role);

    /**
     * The account of a name, if it was made at that moment or later: whoever did not hear whether an account was made asks.
     *
     * @throws ProviderAway if there is no answer, or it refuses
     */
    Optional<UserId> madeSince(String name, Instant since);

    /**
     * Takes an account back that nobody has come in with.
     *
     * @throws ProviderAway if there is no answer, or it refuses
     */
    void remove(UserId who);

    /**
     * Lets nobody in with an account, and ends its sessions there. Does nothing for one that there is not.
     *
     * @throws ProviderAway if there is no answer, or it refuses
     */
    void disable(UserId who);

    /**
     * Lets somebody in again.
     *
     * @throws ProviderAway if there is no answer, or it refuses
     */
    void enable(UserId who);

    /**
     * Takes away codes and keys, so that the next sign-in makes new ones, and ends the sessions there.
     *
     * @throws ProviderAway if there is no answer, it refuses, or there is no such account: some may be gone then, or all
     */
    void takeSecondFactors(UserId who);
}
