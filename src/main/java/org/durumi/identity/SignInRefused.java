package org.durumi.identity;

import java.util.Optional;
import org.durumi.kernel.UserId;

/**
 * A sign-in that was begun here did not lead to a session.
 *
 * @param user the person, if the identity provider proved who it is
 */
public record SignInRefused(Optional<UserId> user, Reason reason) {
    /** Why a sign-in was refused. */
    public enum Reason {
        /** None of the four roles. */
        NO_ROLE,
        /** The identity provider names a role that no two administrators have given here. */
        NOT_CONFIRMED,
        /** Two administrators have given another role here than the identity provider names. */
        ROLE_DIFFERS,
        /** Roles that one person must not hold together, such as auditor and caseworker. */
        ROLES_EXCLUDE_EACH_OTHER,
        /** The identity provider's answer does not belong to this sign-in, is too old, or is forged. */
        NOT_GENUINE,
        /** A weaker sign-in than the organisation demands. */
        TOO_WEAK,
        /** Somebody else signed in when the person of a session was asked to prove anew who they are. */
        OTHER_PERSON,
        /** The person broke off, or the identity provider said no. */
        DENIED,
        /** Too many sign-ins from one address. */
        TOO_MANY,
        /** The identity provider does not answer. */
        PROVIDER_AWAY
    }
}
