package org.durumi.web.evidence;

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
import org.durumi.evidence.NewReport;
import org.durumi.evidence.SourceService;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** From a headline and a link to the form of a claim: the source is found by the same link, or made. */
@Path("/cases/{number}/claims/report")
@RequestScoped
public class ReportController {
    static final RecordForm<NewReport> FORM = RecordForm.of("report.form", NewReport.class);

    private static final String BACK = "back";

    @Inject
    Pages pages;

    @Inject
    SourceService sources;

    @Inject
    CaseReader reader;

    @GET
    public Response blank(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewReport> report = FORM.read(input);
        String back = input.back();
        reader.toRecord(number, AccessGroup.CASE);
        // It leads on to the form of the claim, which will lead back.
        return pages.submit(
                input.with(BACK, ""),
                () -> pages.redirect(
                        "/cases/" + number + "/claims/new?source=" + sources.ofReport(report.orElseThrow()) + "&" + BACK
                                + "=" + back,
                        "notice.report.taken"),
                () -> view(number, input.with(BACK, back)));
    }

    /** Only who records in the case gets here. */
    private View view(CaseNumber number, FormInput input) {
        reader.toRecord(number, AccessGroup.CASE);
        return pages.form(input, page -> pages.templates().evidenceReport(page, number, input, FORM));
    }
}
