package org.durumi.identity.session;

import java.util.Optional;
import org.durumi.identity.SignInRefused;
import org.durumi.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** A sign-in may not lead to a session. */
public class SignInProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignInRefused.Reason reason;
    private final @Nullable UserId user;

    public SignInProblem(SignInRefused.Reason reason) {
        this(reason, null);
    }

    /** @param user the person, if the identity provider proved who it is */
    public SignInProblem(SignInRefused.Reason reason, @Nullable UserId user) {
        super(reason.name());
        this.reason = reason;
        this.user = user;
    }

    /** What is told to those who record it. */
    public SignInRefused refusal() {
        return new SignInRefused(Optional.ofNullable(user), reason);
    }
}
