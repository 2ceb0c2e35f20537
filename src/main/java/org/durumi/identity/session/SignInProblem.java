package org.durumi.identity.session;

import org.durumi.identity.SignInRefused;
import org.durumi.kernel.UserId;

/** A sign-in may not lead to a session. */
public class SignInProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignInRefused.Reason reason;
    private final UserId userOrNull;

    public SignInProblem(SignInRefused.Reason reason) {
        this(reason, null);
    }

    /** @param userOrNull the person, if the identity provider proved who it is */
    public SignInProblem(SignInRefused.Reason reason, UserId userOrNull) {
        super(reason.name());
        this.reason = reason;
        this.userOrNull = userOrNull;
    }

    /** What is told to those who record it. */
    public SignInRefused refusal() {
        return new SignInRefused(userOrNull, reason);
    }
}
