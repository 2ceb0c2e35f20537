package org.durumi.identity.session;

/** The identity provider does not answer, or answers that it is in trouble itself. */
public class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean answer;

    public ProviderAway(Throwable cause) {
        super(cause);
        answer = false;
    }

    public ProviderAway(int status) {
        super("status " + status);
        answer = true;
    }

    /** Whether it said so itself; if not, nobody knows whether it did what it was asked for. */
    public boolean isAnswer() {
        return answer;
    }
}
