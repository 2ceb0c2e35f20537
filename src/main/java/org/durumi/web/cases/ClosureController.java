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
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CloseReason;
import org.durumi.cases.DecisionService;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor closes a case with a reason, or opens a closed one again. */
@Path("/cases/{number}/closure")
@RequestScoped
public class ClosureController {
    @Inject
    Pages pages;

    @Inject
    DecisionService service;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        if (input.isTicked("reopen")) {
            return pages.submit(
                    input,
                    () -> {
                        service.reopen(number);
                        return pages.redirect("/cases/" + number, "notice.case.reopened");
                    },
                    () -> view(number, input));
        }
        Optional<CloseReason> reason = input.read("closeReason", Field.choice(CloseReason.class));
        return pages.submit(
                input,
                () -> {
                    service.close(number, reason.orElseThrow());
                    return pages.redirect("/cases/" + number, "notice.case.closed");
                },
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        return pages.form(
                input,
                page -> pages.templates()
                        .casesClosure(
                                page, reader.toDecide(number, AccessGroup.CASE).file(), input));
    }
}
