package org.durumi.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;

/** Lets a person of the demo do something at a moment, in a request of its own. */
@ApplicationScoped
public class Teller {
    @Inject
    DemoClock clock;

    @Inject
    CurrentUser user;

    @ActivateRequestContext
    public <T> T tell(Actor who, Instant when, Callable<T> work) throws Exception {
        user.actAs(who);
        return clock.at(when, work);
    }
}
