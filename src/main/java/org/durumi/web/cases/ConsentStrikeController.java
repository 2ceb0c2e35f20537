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
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewStrike;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** What was recorded of a consent by mistake is struck. */
@Path("/cases/{number}/consents/{id}/strike")
@RequestScoped
public class ConsentStrikeController {
    static final RecordForm<NewStrike> FORM = RecordForm.of("consent.strike", NewStrike.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ConsentService consents;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response strike(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    consents.strike(number, new EntryId(id), told);
                    return "/cases/" + number + "#entry-" + id;
                },
                "notice.consent.struck",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.CONSENT);
        Consent consent = consents.of(view).of(new EntryId(id)).orElseThrow(NotFound::new);
        return pages.form(input, page -> pages.templates().casesConsentStrike(page, view, consent, FORM, input));
    }
}
