package org.durumi.web.cases;

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
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewConsent;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Records what some people of a case agree to. */
@Path("/cases/{number}/consents/new")
@RequestScoped
public class ConsentController {
    static final RecordForm<NewConsent> FORM = RecordForm.of("consent.form", NewConsent.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ConsentService consents;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @QueryParam(FormInput.WHOM) List<String> who) {
        FormInput input = FormInput.blank();
        FormInput.whom(who).ifPresent(each -> input.with(FormInput.WHOM, Field.whom(), each));
        return view(number, input).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<Set<ParticipantId>> whom = input.read(FormInput.WHOM, Field.whom());
        return forms.create(
                input,
                FORM,
                told -> "/cases/" + number + "#entry-" + consents.record(number, whom.orElseThrow(), told),
                "notice.consent.recorded",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.CONSENT);
        List<Choice> people = Everybody.in(view, pages.page().texts());
        if (people.size() == 1 && !input.has(FormInput.WHOM)) {
            input.with(FormInput.WHOM, List.of(people.get(0).value()));
        }
        return pages.form(input, page -> pages.templates().casesConsent(page, number, people, FORM, input));
    }
}
