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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewStrike;
import org.durumi.cases.NewWithdrawal;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Somebody takes back what they agreed to, or what was recorded of it by mistake is struck. */
@Path("/cases/{number}/consents/{id}")
@RequestScoped
public class ConsentActController {
    static final RecordForm<NewWithdrawal> WITHDRAWAL = RecordForm.of("consent.withdrawal", NewWithdrawal.class);
    static final RecordForm<NewStrike> STRIKE = RecordForm.of("consent.strike", NewStrike.class);

    private static final AccessGroup[] SHOWN = {AccessGroup.PARTICIPANT, AccessGroup.CONSENT};

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ConsentService consents;

    @Inject
    CaseReader reader;

    @GET
    @Path("withdrawal")
    public Response withdrawal(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return withdrawal(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                input,
                WITHDRAWAL,
                told -> consents.withdraw(number, new EntryId(id), told),
                "/cases/" + number + "#entry-" + id,
                "notice.consent.withdrawn",
                () -> withdrawal(number, id, input));
    }

    @GET
    @Path("strike")
    public Response strike(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return strike(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("strike")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response strike(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                input,
                STRIKE,
                told -> consents.strike(number, new EntryId(id), told),
                "/cases/" + number + "#entry-" + id,
                "notice.consent.struck",
                () -> strike(number, id, input));
    }

    private <N extends Record> Response act(
            FormInput input, RecordForm<N> form, Consumer<N> act, String then, String notice, Supplier<View> again) {
        return forms.create(
                input,
                form,
                told -> {
                    act.accept(told);
                    return then;
                },
                notice,
                again);
    }

    private View withdrawal(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toAct(number, SHOWN);
        Consent consent = consent(view, id);
        return pages.form(input, page -> pages.templates().casesWithdrawal(page, view, consent, WITHDRAWAL, input));
    }

    private View strike(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, SHOWN);
        Consent consent = consent(view, id);
        return pages.form(input, page -> pages.templates().casesConsentStrike(page, view, consent, STRIKE, input));
    }

    private Consent consent(CaseView view, UUID id) {
        return consents.of(view).of(new EntryId(id)).orElseThrow(NotFound::new);
    }
}
