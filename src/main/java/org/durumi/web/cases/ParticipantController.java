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
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;

/** Changes what is known of a participant. Who comes second is told and sees both texts. */
@Path("/cases/{number}/participants/{participant}")
@RequestScoped
public class ParticipantController {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return standing(number, id).view().answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        return forms.change(
                FormInput.of(fields),
                IntakeForm.PERSON,
                (known, seen) -> service.changeParticipant(number, new ParticipantId(id), known, seen),
                () -> standing(number, id),
                "/cases/" + number,
                "notice.participant.changed");
    }

    private Standing<NewParticipant> standing(CaseNumber number, UUID id) {
        Participant participant = CaseReader.participant(reader.toRecord(number, AccessGroup.PARTICIPANT), id);
        return new Standing<>(
                IntakeForm.PERSON,
                participant.known(),
                participant.version(),
                (input, differences) -> view(number, participant, input, differences));
    }

    private View view(CaseNumber number, Participant participant, FormInput input, List<Difference> differences) {
        return pages.form(
                input, page -> pages.templates().casesParticipant(page, number, participant, input, differences));
    }
}
