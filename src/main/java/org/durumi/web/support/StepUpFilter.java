package org.durumi.web.support;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.Incoming;

/**
 * Lets an act marked with {@link StepUp} through only if the sender has proved lately who they are. A page that is asked for
 * comes after the proof; a form is kept, not carried out, and offered again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class StepUpFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Inject
    CurrentSession session;

    @Inject
    PostedForms forms;

    @Inject
    Pages pages;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!asksForProof() || session.isConfirmed()) {
            return;
        }
        Optional<String> kept = context.getMethod().equals("POST") ? forms.keepToConfirm(request) : Optional.empty();
        context.abortWith(pages.redirect(kept.orElseGet(() -> confirming(new Incoming(request).address()))));
    }

    /** The address at which somebody proves anew who they are, and then goes on to another of ours. */
    public static String confirming(String next) {
        return "/sign-in/again?to=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private boolean asksForProof() {
        return resource.getResourceMethod().isAnnotationPresent(StepUp.class)
                || resource.getResourceClass().isAnnotationPresent(StepUp.class);
    }
}
