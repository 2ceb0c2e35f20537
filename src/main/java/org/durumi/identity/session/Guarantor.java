package org.durumi.identity.session;

import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.kernel.UserId;

/** Who vouches for the person of a session: the identity provider, as far as a session needs it. */
public interface Guarantor {
    /**
     * A session that still stands.
     *
     * @param roles the roles of now
     * @param refreshToken with which to ask the next time
     */
    record Standing(Set<Role> roles, String refreshToken) {}

    /**
     * Asks whether a session of this person still stands.
     *
     * @throws NoLongerStands if it is over there, or the person has no role any more
     * @throws ProviderAway if there is no answer
     */
    Standing ask(UserId person, String refreshToken);

    /**
     * Ends a session there. One that is over already is no error.
     *
     * @throws ProviderAway if there is no answer
     */
    void end(String refreshToken);
}
