package org.durumi.identity.keycloak;

/** An answer that claims to come from the identity provider is forged, stale, or meant for somebody else. */
class NotGenuine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the check that failed, without any part of the answer */
    NotGenuine(String what) {
        super(what);
    }
}
