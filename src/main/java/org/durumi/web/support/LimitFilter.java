package org.durumi.web.support;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.limit.Limit;
import org.durumi.identity.limit.RateLimits;
import org.durumi.kernel.CaseNumber;

/** Turns away whoever asks for more than a person can work with, and records it. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class LimitFilter implements ContainerRequestFilter {
    private static final int TOO_MANY = 429;

    @Context
    ResourceInfo resource;

    @Inject
    CurrentUser user;

    @Inject
    RateLimits limits;

    @Inject
    AccessLog log;

    @Inject
    ErrorPage errors;

    @Context
    HttpServletRequest request;

    @Inject
    PostedForms forms;

    @Inject
    Pages pages;

    @Override
    public void filter(ContainerRequestContext context) {
        if (user.signedIn().isEmpty()) {
            return;
        }
        String person = user.actor().id().value();
        Limited limited = resource.getResourceMethod().getAnnotation(Limited.class);
        String number = context.getUriInfo().getPathParameters().getFirst("number");
        Optional<Duration> wait = limited == null ? Optional.empty() : limits.take(limited.value(), person);
        Optional<Duration> pause = changes(context) ? limits.take(Limit.WRITE, person) : Optional.empty();
        if (limited != null && wait.isPresent()) {
            turnAway(context, Access.of(attempted(limited.value())), wait.get());
        } else if (pause.isPresent()) {
            Access change = Access.of(AccessAction.CHANGE);
            turnAway(context, number == null ? change : on(change, number), pause.get());
        } else if (number != null) {
            limits.takeCase(person, number)
                    .ifPresent(time -> turnAway(context, on(Access.of(AccessAction.OPEN), number), time));
        }
    }

    /** What is limited is called as the log calls it, or is a change. */
    private static AccessAction attempted(Limit limit) {
        return Stream.of(AccessAction.values())
                .filter(each -> each.name().equals(limit.name()))
                .findFirst()
                .orElse(AccessAction.CHANGE);
    }

    private static boolean changes(ContainerRequestContext context) {
        return context.getMethod().equals("POST");
    }

    private static Access on(Access access, String number) {
        return CaseNumber.read(number).map(access::on).orElse(access);
    }

    /** What was typed is shown again; nothing of it was carried out. */
    private void turnAway(ContainerRequestContext context, Access access, Duration wait) {
        log.refused(access);
        Optional<String> kept = changes(context) ? forms.keepForLater(request) : Optional.empty();
        context.abortWith(kept.map(path -> pages.redirect(path, "notice.form.too-fast"))
                .orElseGet(() -> Response.status(TOO_MANY)
                        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                        .type("text/html;charset=UTF-8")
                        .entity(errors.draw(TOO_MANY))
                        .build()));
    }
}
