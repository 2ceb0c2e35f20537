package org.durumi.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.KeptForms;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.LongForms;
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

    @Inject
    LongForms longForms;

    /** Leads to the form that was left half-filled last, once. */
    @GET
    public Response left() {
        return kept.takeLeft(user.actor().id(), address -> true)
                .map(this::offered)
                .orElseGet(() -> pages.redirect("/"));
    }

    /** What was typed into a long form is kept for days from now on: its sender did not choose the moment at which they left it. */
    private Response offered(KeptForm form) {
        if (form.toConfirm() || !longForms.takes(form.address(), form.fields())) {
            return pages.redirect(Pages.filledWith(form.id(), form.address()));
        }
        Map<String, List<String>> fields = new HashMap<>(form.fields());
        try {
            UUID draft = longForms.keep(form.address(), form.fields());
            fields.put(FormInput.DRAFT, List.of(draft.toString()));
            kept.forget(form.id(), user.actor().id());
            return pages.refilled(draft, form.address(), fields);
        } catch (RuleViolation | NotFound cannotBeKept) {
            // The page says of what comes from a draft that it is kept for days: of this that would not be true.
            fields.remove(FormInput.DRAFT);
            kept.forget(form.id(), user.actor().id());
            return pages.refilled(form.address(), fields);
        }
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        KeptForm form = kept.find(id, user.actor().id()).orElseThrow(NotFound::new);
        if (!form.toConfirm() || session.isConfirmed()) {
            return offered(form);
        }
        return pages.show(page ->
                pages.templates().identityConfirm(page, StepUpFilter.confirming("/kept-forms/" + id), form.address()));
    }
}
