package org.durumi.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.jdbc.PageOf;
import org.durumi.requests.RequestLine;
import org.durumi.requests.RequestService;
import org.durumi.web.frame.Handles;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;

/** All that awaits the answer of a supervisor, in pages. */
@Path("/requests")
@RequestScoped
public class WaitingRequestsController {
    @Inject
    Pages pages;

    @Inject
    RequestService requests;

    @Inject
    Handles handles;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        log.require(user.actor().is(Role.SUPERVISOR), Access.of(AccessAction.LIST, AccessGroup.REQUEST));
        PageNumber number = PageNumber.read(wanted);
        PageOf<RequestLine> found = requests.waiting(number.index(), RequestService.PAGE);
        return pages.show(page -> pages.templates()
                .requestsWaiting(
                        page,
                        found.rows(),
                        clock.instant(),
                        number,
                        found.more(),
                        handles.of(found.rows().stream()
                                .map(each -> each.request().recorded().by())
                                .toList())));
    }
}
