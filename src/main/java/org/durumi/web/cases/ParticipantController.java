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
import java.util.OptionalLong;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Changes what is known of a participant. Who comes second is told and sees both texts. */
@Path("/cases/{number}/participants/{participant}")
@RequestScoped
public class ParticipantController {
    @Inject
    Pages pages;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        Participant participant = participant(number, id);
        FormInput input =
                ParticipantForm.fill(FormInput.blank(), participant.known()).withVersion(participant.version());
        return view(number, participant, input, List.of()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewParticipant> known = ParticipantForm.read(input, "");
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    change(number, id, known.orElseThrow(), (int) seen.orElseThrow());
                    return pages.redirect("/cases/" + number, "notice.participant.changed");
                },
                () -> again(number, id, input, known));
    }

    /** If what was typed is what stands, there is no conflict: the form was sent twice, or two people agree. */
    private void change(CaseNumber number, UUID id, NewParticipant known, int seen) {
        try {
            service.changeParticipant(number, new ParticipantId(id), known, seen);
        } catch (ChangedMeanwhile faster) {
            if (!participant(number, id).known().equals(known)) {
                throw faster;
            }
        }
    }

    private View again(CaseNumber number, UUID id, FormInput input, Optional<NewParticipant> known) {
        Participant participant = participant(number, id);
        if (!input.isStale() || known.isEmpty()) {
            return view(number, participant, input, List.of());
        }
        input.withVersion(participant.version());
        return view(
                number,
                participant,
                input,
                ParticipantForm.differences(
                        known.get(), participant.known(), pages.page().texts()));
    }

    private View view(CaseNumber number, Participant participant, FormInput input, List<Difference> differences) {
        return pages.view("cases/participant.jte")
                .with("number", number)
                .with("participant", participant)
                .with("input", input)
                .with("differences", differences);
    }

    private Participant participant(CaseNumber number, UUID id) {
        return CaseReader.participant(reader.toRecord(number, AccessGroup.PARTICIPANT), id);
    }
}
