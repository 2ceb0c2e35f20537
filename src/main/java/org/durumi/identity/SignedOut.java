package org.durumi.identity;

/** A session has ended. */
public record SignedOut(Actor actor, Reason reason) {
    /** Why a session ended. */
    public enum Reason {
        /** The person asked for it. */
        ASKED,
        /** Nothing was done for too long. */
        IDLE,
        /** The longest time that a session may last is over. */
        EXPIRED,
        /** The person signed in again elsewhere. */
        REPLACED,
        /** An administrator ended it. */
        ENDED_BY_ADMINISTRATOR,
        /** The identity provider ended it: the person was disabled or signed out there. */
        ENDED_BY_PROVIDER,
        /** The person lost their roles, or has roles that exclude each other. */
        ROLES_REMOVED,
        /** The identity provider did not answer for so long that nobody can say who may still work. */
        PROVIDER_AWAY
    }
}
