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
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.kernel.CaseNumber;
import org.durumi.route.Stage;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Adds a person to a case, with the stage at which we meet them. However often the form is sent, it adds one. */
@Path("/cases/{number}/participants/new")
@RequestScoped
public class NewParticipantController {
    @Inject
    Pages pages;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @Inject
    Forms forms;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, StageForm.blank(Stage.CONTACT, pages.page().today()))
                .answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewParticipant> known = IntakeForm.PERSON.read(input);
        Optional<NewStage> first = StageForm.read(input);
        return forms.create(
                input,
                () -> {
                    service.addParticipant(number, known.orElseThrow(), first.orElseThrow());
                    return "/cases/" + number;
                },
                "notice.participant.added",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        reader.toRecord(number, AccessGroup.PARTICIPANT);
        return pages.form(input, page -> pages.templates().casesParticipantNew(page, number, input));
    }
}
