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
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.people.NewName;
import org.durumi.people.PersonName;
import org.durumi.people.PersonService;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Strikes a wrong name; the right one takes its place, if there is one. */
@Path("/cases/{number}/names/{name}/correction")
@RequestScoped
public class NameCorrectionController {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    PersonService people;

    @Inject
    NameReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("name") UUID id) {
        PersonName wrong = reader.name(number, id);
        if (!wrong.stands()) {
            throw new RuleViolation("name.struck");
        }
        return view(number, wrong, NameFields.fill(wrong)).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("number") CaseNumber number, @PathParam("name") UUID id, MultivaluedMap<String, String> fields) {
        PersonName wrong = reader.name(number, id);
        FormInput input = FormInput.of(fields);
        Optional<NewName> right = input.isTicked("strike")
                ? Optional.empty()
                : NameFields.read(input, wrong, pages.page().today());
        return forms.create(
                input,
                () -> {
                    people.correct(number, new EntryId(id), right);
                    return "/cases/" + number + "/names";
                },
                "notice.name.corrected",
                () -> view(number, wrong, input));
    }

    private View view(CaseNumber number, PersonName wrong, FormInput input) {
        return pages.form(
                input,
                page -> pages.templates()
                        .peopleNameCorrection(page, number, wrong, ScriptField.name(wrong.form()), input));
    }
}
