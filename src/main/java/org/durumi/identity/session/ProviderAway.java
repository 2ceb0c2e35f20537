package org.durumi.identity.session;

/** The identity provider does not answer, or answers that it is in trouble itself. */
public class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderAway(Throwable cause) {
        super(cause);
    }

    public ProviderAway(int status) {
        super("status " + status);
    }
}
