package org.durumi.web.glass;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.GlassService;
import org.durumi.cases.NewGlass;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.EntryId;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;
import org.durumi.web.support.Visitor;

/** Somebody opens in an emergency a case that is not theirs; those who were told of it say that they have seen it. */
@Path("/emergency")
@RequestScoped
public class GlassController {
    private static final Access OPENING = Access.of(AccessAction.BREAK_GLASS, AccessGroup.CASE);
    static final RecordForm<NewGlass> FORM = RecordForm.of("glass.form", NewGlass.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    GlassService glass;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    public Response form() {
        return view(FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Limited(Limit.BREAK_GLASS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    glass.breakGlass(told);
                    return Visitor.LIST + "/" + told.number();
                },
                "notice.glass.opened",
                () -> view(input));
    }

    /** A page that was shown again leads back when it is reloaded. */
    @GET
    @Path("seen")
    public Response back() {
        return pages.redirect(home());
    }

    @POST
    @Path("seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response seen(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<EntryId> which = input.read("grant", Field.id(EntryId::new));
        String home = home();
        return pages.submit(
                input,
                () -> {
                    glass.seen(which.orElseThrow());
                    return pages.redirect(home);
                },
                () -> pages.view(page -> pages.templates().glassAll(page, glass.told())));
    }

    /** Where somebody was told. */
    private String home() {
        if (user.actor().worksWithCases()) {
            return Visitor.LIST;
        }
        if (user.actor().is(Role.AUDITOR)) {
            return "/access-log";
        }
        throw log.notFound(OPENING);
    }

    private View view(FormInput input) {
        log.require(user.actor().worksWithCases(), OPENING);
        return pages.form(input, page -> pages.templates().glassForm(page, FORM, input));
    }
}
