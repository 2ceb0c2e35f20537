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
import org.durumi.cases.NewWithdrawal;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Somebody takes back what they agreed to. */
@Path("/cases/{number}/consents/{id}/withdrawal")
@RequestScoped
public class WithdrawalController {
    static final RecordForm<NewWithdrawal> FORM = RecordForm.of("consent.withdrawal", NewWithdrawal.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ConsentService consents;

    @Inject
    CaseReader reader;

    @Inject
    CurrentUser user;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    consents.withdraw(number, new EntryId(id), told);
                    return "/cases/" + number + "#entry-" + id;
                },
                "notice.consent.withdrawn",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        AccessGroup[] shown = {AccessGroup.PARTICIPANT, AccessGroup.CONSENT};
        CaseView view =
                user.actor().is(Role.SUPERVISOR) ? reader.toDecide(number, shown) : reader.toRecord(number, shown);
        Consent consent = consents.of(view).of(new EntryId(id)).orElseThrow(NotFound::new);
        return pages.form(input, page -> pages.templates().casesWithdrawal(page, view, consent, FORM, input));
    }
}
