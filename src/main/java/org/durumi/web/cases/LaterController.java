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
import org.durumi.drafts.DraftService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.session.OurAddress;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.jspecify.annotations.Nullable;

/** Keeps a long form as a draft of its sender, who goes on with it later. */
@Path("/drafts/later")
@RequestScoped
public class LaterController {
    @Inject
    Pages pages;

    @Inject
    LaterForms later;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    /** A page that was shown again leads to its form when it is reloaded, and carries along what is kept. */
    @GET
    public Response back(@QueryParam(FormInput.PAGE) @Nullable String form) {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.LIST, AccessGroup.DRAFT));
        return pages.redirect(isForm(form) ? Objects.requireNonNull(form) : "/cases");
    }

    /**
     * @param form where the form is shown again
     * @throws RuleViolation if that is no form of a case: the page of the error shows what was typed
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@QueryParam(FormInput.PAGE) @Nullable String form, MultivaluedMap<String, String> fields) {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.CREATE, AccessGroup.DRAFT));
        if (!isForm(form)) {
            throw new RuleViolation("draft.no-form");
        }
        String address = Objects.requireNonNull(form);
        try {
            later.keep(address, Map.copyOf(fields));
            return pages.redirect("/cases", "notice.draft.kept");
        } catch (RuleViolation full) {
            return notKept(address, full);
        }
    }

    /** What was typed stays for an hour, as that of any form that could not be carried out. */
    private Response notKept(String address, RuleViolation why) {
        // What comes from a draft that is gone is another form from now on.
        Set<String> gone =
                why.messageKey().equals(DraftService.GONE) ? Set.of(FormInput.DRAFT, FormInput.ONCE) : Set.of();
        String form =
                pages.keeping(gone).map(each -> Pages.filledWith(each, address)).orElse(address);
        return pages.view(page -> pages.templates().intakeFull(page, why, form)).again();
    }

    private boolean isForm(@Nullable String address) {
        return address != null && OurAddress.isOurs(address) && later.isOfCase(address);
    }
}
