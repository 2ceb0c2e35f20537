package org.durumi.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;

/** A request of its own on the thread that calls. */
@ApplicationScoped
public class OneRequest {
    @Inject
    CurrentUser user;

    @ActivateRequestContext
    public <T> T as(Actor actor, Callable<T> work) throws Exception {
        user.actAs(actor);
        return work.call();
    }
}
