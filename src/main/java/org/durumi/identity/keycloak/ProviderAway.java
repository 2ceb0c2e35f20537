package org.durumi.identity.keycloak;

/** The identity provider does not answer, or answers that it is in trouble itself. */
class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderAway(Throwable cause) {
        super(cause);
    }

    ProviderAway(int status) {
        super("status " + status);
    }
}
