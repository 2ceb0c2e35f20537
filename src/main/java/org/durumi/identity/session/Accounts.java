package org.durumi.identity.session;

import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.kernel.UserId;

/** The accounts of the staff at the identity provider, as far as an administrator touches them here. */
public interface Accounts {
    /** An account that was made, and the password for its first sign-in, for which nobody can ask again. */
    record Invited(UserId who, String password) {}

    /** Whether this installation may touch them. */
    boolean areManaged();

    /**
     * Makes an account with a role.
     *
     * @return empty if there is one of this name
     * @throws ProviderAway if there is no answer, or it refuses
     */
    Optional<Invited> invite(String name, Role role);

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
     * @throws ProviderAway if there is no answer, or it refuses
     */
    void takeSecondFactors(UserId who);
}
