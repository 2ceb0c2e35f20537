package org.durumi.identity.keycloak;

/** The identity provider refuses what we hold: the code or the refresh token is used, too old or revoked. */
class GrantRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param error the standard's name of the error, such as invalid_grant */
    GrantRefused(String error) {
        super(error);
    }
}
