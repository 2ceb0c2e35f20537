package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.session.OurAddress;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.Pages;
import org.jspecify.annotations.Nullable;

/** Keeps a long form as a draft of its sender, who goes on with it later. */
@Path("/drafts/later")
@RequestScoped
public class LaterController {
    private static final String TO = "to";

    @Inject
    Pages pages;

    @Inject
    LaterForms later;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    /** A page that was shown again leads to what is kept when it is reloaded. */
    @GET
    public Response back() {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.LIST, AccessGroup.DRAFT));
        return pages.redirect("/cases");
    }

    /** @param to the page on which the form stands; without one nothing is kept */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@QueryParam(TO) @Nullable String to, MultivaluedMap<String, String> fields) {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.CREATE, AccessGroup.DRAFT));
        if (!OurAddress.isOurs(to)) {
            return pages.redirect("/cases");
        }
        String address = Objects.requireNonNull(to);
        try {
            later.keep(address, Map.copyOf(fields));
            return pages.redirect("/cases", "notice.draft.kept");
        } catch (RuleViolation full) {
            // What was typed stays for an hour, as that of any form that could not be carried out.
            String form = pages.keeping(Set.of(TO))
                    .map(each -> Pages.filledWith(each, address))
                    .orElse(address);
            return pages.show(page -> pages.templates().intakeFull(page, full, form));
        }
    }
}
