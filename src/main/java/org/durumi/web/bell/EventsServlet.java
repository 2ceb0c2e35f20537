package org.durumi.web.bell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.CurrentSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an open page listens to. Asking for it keeps no session alive. Who opens it as a page is led to their notices. */
@WebServlet(value = "/notices/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** This node carries as many as it can: the browser asks again after a minute, by itself. */
    private static final String LATER = "retry: 60000\n\n";

    @Inject
    transient OpenPages pages;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CurrentSession session;

    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", baseUrl + "/notices");
            return;
        }
        Actor reader = user.actor();
        if (pages.hasRoom(reader.sessionTag())) {
            Optional<String> since = Optional.ofNullable(request.getHeader("Last-Event-ID"))
                    .or(() -> Optional.ofNullable(request.getParameter("since")));
            pages.add(reader, session.language(), since, EventStream.open(request, response));
        } else {
            EventStream.begin(response);
            response.getWriter().write(LATER);
        }
    }
}
