package org.durumi.identity.keycloak;

/** An answer of the identity provider for a sign-in that this browser does not know any more: it took too long, or was left. */
class CameLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean again;

    /** @param again whether the sign-in was begun anew already */
    CameLate(boolean again) {
        this.again = again;
    }

    boolean isAgain() {
        return again;
    }
}
