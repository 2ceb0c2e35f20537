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
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.NewTransfer;
import org.durumi.cases.TransferLine;
import org.durumi.cases.TransferSearch;
import org.durumi.cases.TransferService;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor offers a case to another team. */
@Path("/cases/{number}/transfer")
@RequestScoped
public class TransferController {
    static final RecordForm<NewTransfer> FORM = RecordForm.of("transfer", NewTransfer.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    TransferService service;

    @Inject
    TransferSearch transfers;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offer(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> "/transfers/" + service.offer(number, told),
                "notice.transfer.offered",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file = reader.toDecide(number, AccessGroup.CASE, AccessGroup.ASSIGNMENT)
                .file();
        List<TransferLine> known = transfers.of(file);
        List<Choice> teams = transfers.others().stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList();
        return pages.form(input, page -> pages.templates().handoverTransfer(page, file, known, teams, FORM, input));
    }
}
