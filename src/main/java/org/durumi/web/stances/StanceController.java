package org.durumi.web.stances;

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
import java.util.UUID;
import java.util.function.Consumer;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.NotFound;
import org.durumi.stances.NewStance;
import org.durumi.stances.StanceService;
import org.durumi.stances.StancesView;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** What countries do with people who fled: a supervisor or an administrator sees it and proposes something else, the other answers. */
@Path("/stances")
@RequestScoped
public class StanceController {
    static final RecordForm<NewStance> FORM = RecordForm.of("stance.form", NewStance.class);
    private static final String PATH = "/stances";

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    StanceService stances;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        return all(FormInput.blank(), PageNumber.read(wanted)).answer();
    }

    @GET
    @Path("new")
    public Response blank() {
        return form(FormInput.blank().with("since", Field.day(), pages.page().today()))
                .answer();
    }

    @POST
    @Path("new")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                wanted -> PATH + "#stance-" + stances.propose(wanted),
                "notice.stance.proposed",
                () -> form(input));
    }

    /** A page that was shown again leads back to the list when it is reloaded. */
    @GET
    @Path("{id}/{act: confirmation|refusal|withdrawal}")
    public Response back(@PathParam("id") String id) {
        stances.requireProposer();
        return pages.redirect(PATH);
    }

    @POST
    @Path("{id}/confirmation")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return answer(id, fields, stances::confirm, "notice.stance.confirmed");
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return answer(id, fields, stances::decline, "notice.stance.declined");
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return answer(id, fields, stances::withdraw, "notice.stance.withdrawn");
    }

    private Response answer(String id, MultivaluedMap<String, String> fields, Consumer<UUID> act, String notice) {
        UUID proposal = FormInput.uuid(id).orElseThrow(NotFound::new);
        FormInput input = FormInput.of(fields);
        return pages.submit(input, () -> act.accept(proposal), PATH, notice, () -> all(input, PageNumber.read(null)));
    }

    private View all(FormInput input, PageNumber number) {
        StancesView view = stances.view(number.index());
        return pages.form(input, page -> pages.templates().stancesList(page, input, view, number));
    }

    private View form(FormInput input) {
        stances.requireProposer();
        return pages.form(input, page -> pages.templates().stancesNew(page, input, FORM));
    }
}
