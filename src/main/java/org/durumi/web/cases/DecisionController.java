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
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.DecisionService;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Decisions;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor confirms an entry that waits, or sends it back with a reason. */
@Path("/cases/{number}/entries/{entry}/decision")
@RequestScoped
public class DecisionController {
    @Inject
    Pages pages;

    @Inject
    DecisionService service;

    @Inject
    Decisions decisions;

    @Inject
    CaseReader reader;

    @Inject
    Mentions mentions;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("entry") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("number") CaseNumber number,
            @PathParam("entry") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        EntryId entry = new EntryId(id);
        return decisions.decide(
                input,
                () -> {
                    service.confirm(number, entry);
                    return true;
                },
                why -> service.sendBack(number, entry, why),
                "/cases/" + number,
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toDecide(
                number,
                AccessGroup.PARTICIPANT,
                AccessGroup.JOURNEY,
                AccessGroup.CONFIRMATION,
                AccessGroup.LEG,
                AccessGroup.BROKER);
        StageEntry entry = CaseReader.entry(view, id);
        return pages.form(
                input,
                page -> pages.templates()
                        .casesDecision(
                                page,
                                mentions.names(view, page.texts()),
                                view,
                                entry,
                                entry.replaces().map(each -> CaseReader.entry(view, each.value())),
                                input));
    }
}
