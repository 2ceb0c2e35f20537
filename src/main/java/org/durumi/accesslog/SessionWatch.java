package org.durumi.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignedIn;
import org.durumi.identity.SignedOut;

/** Records every sign-in, refused sign-in and end of a session. A sign-in that cannot be recorded does not happen. */
@ApplicationScoped
class SessionWatch {
    @Inject
    AccessLog log;

    void signedIn(@Observes SignedIn event) {
        log.record(Access.of(AccessAction.SIGN_IN, AccessGroup.SESSION), AccessOutcome.DONE, event.actor());
    }

    void refused(@Observes SignInRefused event) {
        log.refusedSignIn(event.user());
    }

    void signedOut(@Observes SignedOut event) {
        log.record(Access.of(AccessAction.SIGN_OUT, AccessGroup.SESSION), AccessOutcome.DONE, event.actor());
    }
}
