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
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.Participant;
import org.durumi.cases.TakingOutService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor takes somebody out of a case who was entered by mistake, or puts them in again. */
@Path("/cases/{number}/participants/{participant}/{act: taken-out|put-back}")
@RequestScoped
public class TakingOutController {
    static final RecordForm<NewTakingOut> FORM = RecordForm.of("taken-out", NewTakingOut.class);

    private static final String BACK = "put-back";

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    TakingOutService service;

    @Inject
    CaseReader reader;

    @GET
    public Response form(
            @PathParam("number") CaseNumber number, @PathParam("participant") UUID id, @PathParam("act") String act) {
        return view(number, id, act, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            @PathParam("act") String act,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    if (act.equals(BACK)) {
                        service.putBack(number, new ParticipantId(id), told);
                    } else {
                        service.takeOut(number, new ParticipantId(id), told);
                    }
                    return "/cases/" + number + "/people";
                },
                act.equals(BACK) ? "notice.put-back" : "notice.taken-out",
                () -> view(number, id, act, input));
    }

    private View view(CaseNumber number, UUID id, String act, FormInput input) {
        CaseView view = reader.toDecide(number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        Participant who = view.everyone().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean inDanger = TakingOutService.isInDanger(who, view.entries());
        return pages.form(
                input,
                page -> pages.templates().casesTakenOut(page, view, who, act.equals(BACK), inDanger, FORM, input));
    }
}
