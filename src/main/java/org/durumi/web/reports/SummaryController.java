package org.durumi.web.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
import org.durumi.reports.CaseSummary;
import org.durumi.reports.SummaryPdf;
import org.durumi.reports.SummaryService;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;

/** The summary of a case as PDF, in the reader's language. */
@Path("/cases/{number}/summary.pdf")
@RequestScoped
public class SummaryController {
    @Inject
    SummaryService summaries;

    @Inject
    SummaryPdf pdf;

    @Inject
    Pages pages;

    @GET
    @Limited(Limit.EXPORT)
    @StepUp
    public Response summary(@PathParam("number") CaseNumber number) {
        Texts texts = pages.page().texts();
        CaseSummary summary = summaries.internal(number, texts);
        return Response.ok(pdf.render(summary, texts))
                .type("application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"summary-" + number + ".pdf\"")
                .build();
    }
}
