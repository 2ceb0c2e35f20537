package org.durumi.identity.keycloak;

import java.time.Instant;
import java.util.List;
import org.durumi.identity.session.Proof;
import org.durumi.kernel.UserId;

/**
 * What a verified ID token says. It carries no name and no e-mail.
 *
 * @param groups the client roles, of which we know four
 * @param acr how strongly the person signed in; empty if the token does not say
 * @param authTime when they proved who they are
 * @param sid the session's name at the identity provider
 */
record VerifiedPerson(UserId user, List<String> groups, String acr, Instant authTime, String sid) {
    VerifiedPerson {
        groups = List.copyOf(groups);
    }

    /** What of it a session keeps. */
    Proof proof() {
        return new Proof(user, acr, authTime, sid);
    }
}
