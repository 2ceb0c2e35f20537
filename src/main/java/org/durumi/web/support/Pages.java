package org.durumi.web.support;

import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.durumi.identity.keycloak.CurrentSession;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.RuleViolation;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a controller answers: shows a page, leads to another, or shows a form again. */
@RequestScoped
public class Pages {
    @Inject
    Models models;

    @Inject
    CurrentPage currentPage;

    @Inject
    CurrentSession session;

    // Not the host that the request names: anybody can write there what they like.
    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** What every page knows: texts, visitor, address. */
    public Page page() {
        return currentPage.page();
    }

    /** A page by the path of its template, such as «cases/list.jte». Its parameter «page» is filled. */
    public View view(String template) {
        return new View(template, models)
                .with("page", page().noting(session.takeMessage().orElse("")));
    }

    /** Leads to a page of ours after a change. */
    public Response redirect(String path) {
        return Response.seeOther(URI.create(baseUrl + path)).build();
    }

    /** Leads to a page of ours after a change, which then says once what was done. */
    public Response redirect(String path, String notice) {
        session.putMessage(notice);
        return redirect(path);
    }

    /**
     * Does what a form asks for if nothing is wrong with it. Shows the form again if something is, if a rule forbids it, or
     * if somebody else was faster: then {@link FormInput#isStale} is true and the form should show both texts.
     *
     * @param work does it and says where to go; runs only if the form is valid
     * @param form the form's page
     */
    public Response submit(FormInput input, Supplier<Response> work, Supplier<View> form) {
        if (input.isValid()) {
            try {
                return work.get();
            } catch (RuleViolation broken) {
                input.refuse(broken);
            } catch (ChangedMeanwhile | OptimisticLockingFailureException faster) {
                input.markStale();
            }
        }
        return form.get().again();
    }
}
