package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftLine;
import org.durumi.drafts.DraftService;
import org.durumi.drafts.TeamDraftService;
import org.durumi.kernel.UserId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.PostedForms;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** The way back to a kept form, the end of a draft by its owner, and its handing over by a supervisor of the team, who reads nothing of it. */
@Path("/drafts/{draft}")
@RequestScoped
public class DraftController {
    @Inject
    Pages pages;

    @Inject
    DraftService drafts;

    @Inject
    TeamDraftService team;

    @Inject
    LaterForms later;

    /** Asks once, and shows what stands in a form: its own page may not be able to any more. */
    @GET
    @Path("end")
    public Response end(@PathParam("draft") UUID id) {
        return ending(new DraftId(id), FormInput.blank()).answer();
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("draft") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        DraftId draft = new DraftId(id);
        input.once();
        return pages.submit(
                input, () -> drafts.giveUp(draft), "/cases", "notice.draft.ended", () -> ending(draft, input));
    }

    /** A page that was shown again leads to what is kept when it is reloaded. */
    @GET
    @Path("form")
    public Response form(@PathParam("draft") UUID id) {
        drafts.line(new DraftId(id));
        return pages.redirect("/cases");
    }

    /** Leads to the form, as it was kept. */
    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn(@PathParam("draft") UUID id) {
        LaterForms.Kept kept = later.again(new DraftId(id));
        return pages.refilled(id, kept.address(), kept.fields());
    }

    @GET
    @Path("owner")
    public Response owner(@PathParam("draft") UUID id) {
        return owners(new DraftId(id), FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Path("owner")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response owner(@PathParam("draft") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        DraftId draft = new DraftId(id);
        Optional<UserId> to = input.read("caseworker", Field.user());
        return pages.submit(
                input,
                () -> team.handOver(draft, to.orElseThrow()),
                "/review",
                "notice.draft.handed-over",
                () -> owners(draft, input));
    }

    private View ending(DraftId id, FormInput input) {
        DraftLine line = drafts.line(id);
        String words = line.isForm() && !line.waits()
                ? PostedForms.words(later.again(id).fields())
                : "";
        return pages.form(input, page -> pages.templates().intakeEnd(page, input, line, words));
    }

    private View owners(DraftId id, FormInput input) {
        DraftLine line = team.ofTeam(id);
        List<Choice> others = team.others(id).stream()
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
        return pages.form(input, page -> pages.templates().intakeOwner(page, input, line, others));
    }
}
