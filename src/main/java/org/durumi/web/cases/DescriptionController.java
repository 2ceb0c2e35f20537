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
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseService;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;

/** Changes what was said of a case at intake, and what its caseworkers call it. Who comes second is told and sees both texts. */
@Path("/cases/{number}/about/change")
@RequestScoped
public class DescriptionController {
    static final RecordForm<CaseDescription> FORM = RecordForm.of("cases", CaseDescription.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return standing(number).view().answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return forms.change(
                FormInput.of(fields),
                FORM,
                (known, seen) -> service.describe(number, known, seen),
                () -> standing(number),
                "/cases/" + number + "/about",
                "notice.case.described");
    }

    private Standing<CaseDescription> standing(CaseNumber number) {
        CaseFile file = reader.toRecord(number, AccessGroup.CASE).file();
        return new Standing<>(
                FORM,
                file.description(),
                file.described(),
                (input, differences) -> pages.form(
                        input, page -> pages.templates().casesDescription(page, number, FORM, input, differences)));
    }
}
