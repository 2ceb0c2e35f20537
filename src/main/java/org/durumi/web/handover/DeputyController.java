package org.durumi.web.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.cases.DeputyLine;
import org.durumi.cases.DeputyService;
import org.durumi.cases.HandoverService;
import org.durumi.cases.NewDeputy;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Who stands in for a caseworker who is away: named by themselves, or by a supervisor of their team. */
@Path("/deputies")
@RequestScoped
public class DeputyController {
    static final RecordForm<NewDeputy> FORM = RecordForm.of(
            "deputy", NewDeputy.class, Map.of("absent", Field.user().optional(), "deputy", Field.user()));

    private static final String PATH = "/deputies";

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    DeputyService deputies;

    @Inject
    HandoverService handovers;

    @Inject
    CurrentUser user;

    @GET
    public Response show() {
        deputies.colleagues();
        List<DeputyLine> known = deputies.known();
        List<StaffMember> team = handovers.people();
        return pages.show(page -> pages.templates().handoverDeputies(page, known, team));
    }

    /** @param absent who is chosen in advance; absent for nobody */
    @GET
    @Path("new")
    public Response blank(@QueryParam("absent") String absent) {
        FormInput input =
                FormInput.blank().with("first", Field.day(), pages.page().today());
        Optional.ofNullable(absent).ifPresent(each -> input.with("absent", each));
        return form(input).answer();
    }

    /** It gives somebody the cases of another: a fresh proof is asked for. */
    @POST
    @Path("new")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input, FORM, told -> PATH + "#entry-" + deputies.name(told), "notice.deputy.named", () -> form(input));
    }

    @GET
    @Path("{deputyship}/end")
    public Response end(@PathParam("deputyship") UUID id) {
        return ending(new EntryId(id), FormInput.blank()).answer();
    }

    @POST
    @Path("{deputyship}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("deputyship") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        EntryId ending = new EntryId(id);
        input.once();
        return pages.submit(
                input, () -> deputies.end(ending), PATH, "notice.deputy.ended", () -> ending(ending, input));
    }

    private View form(FormInput input) {
        UserId me = user.actor().id();
        boolean forMyself = user.actor().is(Role.CASEWORKER);
        List<Choice> everybody = deputies.colleagues().stream()
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
        List<Choice> others = everybody.stream()
                .filter(each -> !forMyself || !each.value().equals(me.value()))
                .toList();
        return pages.form(
                input,
                page -> pages.templates().handoverDeputy(page, input, forMyself ? List.of() : everybody, others));
    }

    private View ending(EntryId id, FormInput input) {
        DeputyLine line = deputies.one(id);
        return pages.form(input, page -> pages.templates().handoverDeputyEnd(page, input, line));
    }
}
