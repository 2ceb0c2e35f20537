package org.durumi.identity.session;

import org.durumi.identity.SignedOut;
import org.jspecify.annotations.Nullable;

/** Nobody vouches for a session any more. */
public class NoLongerStands extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignedOut.Reason reason;

    /** @param what the check that failed or the standard's name of the error, without any part of the answer */
    public NoLongerStands(SignedOut.Reason reason, @Nullable String what) {
        super(what);
        this.reason = reason;
    }

    SignedOut.Reason reason() {
        return reason;
    }
}
