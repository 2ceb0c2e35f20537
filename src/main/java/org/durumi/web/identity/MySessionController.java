package org.durumi.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.OpenSessions;
import org.durumi.identity.session.OpenSessions.OpenSession;
import org.durumi.web.support.Pages;

/** What a person sees of their own session: since when, until when, and how to end it. */
@Path("/my-session")
@RequestScoped
public class MySessionController {
    @Inject
    Pages pages;

    @Inject
    CurrentUser user;

    @Inject
    OpenSessions sessions;

    @GET
    public Response show() {
        List<OpenSession> mine = sessions.all().stream()
                .filter(each -> each.actor().id().equals(user.actor().id()))
                .toList();
        return pages.show(page -> pages.templates().identityMySession(page, mine));
    }
}
