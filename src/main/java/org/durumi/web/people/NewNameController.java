package org.durumi.web.people;

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
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Records names of a participant. However often the form is sent, they are recorded once. */
@Path("/cases/{number}/participants/{participant}/names/new")
@RequestScoped
public class NewNameController {
    @Inject
    Pages pages;

    @Inject
    PersonService people;

    @Inject
    NameReader reader;

    @Inject
    Forms forms;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return view(number, id, NameFields.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        List<NewName> names = NameFields.read(input, pages.page().today());
        return forms.create(
                input,
                () -> {
                    people.record(number, new ParticipantId(id), names);
                    return "/cases/" + number + "/names";
                },
                "notice.name.recorded",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        return pages.form(
                input, page -> pages.templates().peopleNameNew(page, number, reader.participant(number, id), input));
    }
}
