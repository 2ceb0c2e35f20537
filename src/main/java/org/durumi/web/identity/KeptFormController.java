package org.durumi.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.KeptForms;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.durumi.kernel.NotFound;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUpFilter;

/** Where a kept form waits: asks its sender to prove anew who they are if need be, and leads to the form as it was typed. */
@Path("/kept-forms")
@RequestScoped
public class KeptFormController {
    @Inject
    Pages pages;

    @Inject
    CurrentUser user;

    @Inject
    CurrentSession session;

    @Inject
    KeptForms kept;

    /** Leads to the form that was left half-filled last, once. */
    @GET
    public Response left() {
        return pages.redirect(kept.takeLeft(user.actor().id(), address -> true)
                .map(form -> Pages.filledWith(form.id(), form.address()))
                .orElse("/"));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        KeptForm form = kept.find(id, user.actor().id()).orElseThrow(NotFound::new);
        if (!form.toConfirm() || session.isConfirmed()) {
            return pages.redirect(Pages.filledWith(form.id(), form.address()));
        }
        return pages.show(page ->
                pages.templates().identityConfirm(page, StepUpFilter.confirming("/kept-forms/" + id), form.address()));
    }
}
