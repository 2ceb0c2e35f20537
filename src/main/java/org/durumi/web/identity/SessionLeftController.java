package org.durumi.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.durumi.identity.session.CurrentSession;

/** Tells an open page how many seconds its session lasts. Asking keeps the session, as every request does. */
@Path("/my-session/left")
@RequestScoped
public class SessionLeftController {
    @Inject
    CurrentSession session;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String left() {
        return Long.toString(session.left().toSeconds());
    }
}
