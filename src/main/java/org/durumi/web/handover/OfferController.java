package org.durumi.web.handover;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.cases.NewTransferAnswer;
import org.durumi.cases.TransferEnd;
import org.durumi.cases.TransferSearch;
import org.durumi.cases.TransferService;
import org.durumi.cases.TransferView;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/**
 * One transfer, for the supervisors of both teams: those of the other team answer it without having the case, those who offered it take it
 * back.
 */
@Path("/transfers/{id}")
@RequestScoped
public class OfferController {
    static final RecordForm<NewTransferAnswer> ANSWER =
            RecordForm.of("transfer.answer", NewTransferAnswer.class, Map.of("to", Field.users()));

    @Inject
    Pages pages;

    @Inject
    TransferService service;

    @Inject
    TransferSearch transfers;

    @Inject
    Handles handles;

    @GET
    public Response show(@PathParam("id") UUID id) {
        return view(id, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewTransferAnswer> told = ANSWER.read(input);
        boolean takes = told.filter(each -> each.end() == TransferEnd.ACCEPTED).isPresent();
        return pages.submit(
                input,
                () -> service.answer(new EntryId(id), told.orElseThrow()),
                "/transfers/" + id,
                takes ? "notice.transfer.accepted" : "notice.transfer.declined",
                () -> view(id, input));
    }

    /** A page that was shown again leads back to the transfer when it is reloaded. */
    @GET
    @Path("{step: revocation}")
    public Response back(@PathParam("id") UUID id) {
        return pages.redirect("/transfers/" + id);
    }

    @POST
    @Path("revocation")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return pages.submit(
                input,
                () -> service.revoke(new EntryId(id)),
                "/transfers/" + id,
                "notice.transfer.revoked",
                () -> view(id, input));
    }

    private View view(UUID id, FormInput input) {
        TransferView view = transfers.one(new EntryId(id));
        Map<UserId, String> people = handles.of(view.line().people());
        List<Choice> caseworkers = view.caseworkers().stream()
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
        return pages.form(
                input, page -> pages.templates().handoverOffer(page, view, people, caseworkers, ANSWER, input));
    }
}
