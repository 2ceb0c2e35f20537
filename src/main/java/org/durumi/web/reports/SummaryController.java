package org.durumi.web.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Texts;
import org.durumi.reports.CaseSummary;
import org.durumi.reports.PrintQueue;
import org.durumi.reports.SummaryPdf;
import org.durumi.reports.SummaryService;
import org.durumi.reports.Volumes;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;

/** The summary of a case as PDF, in the reader's language; a long one in volumes, which a page lists. */
@Path("/cases/{number}/summary.pdf")
@RequestScoped
public class SummaryController {
    @Inject
    SummaryService summaries;

    @Inject
    SummaryPdf pdf;

    @Inject
    PrintQueue queue;

    @Inject
    Pages pages;

    /** @param volume from 1; 0 for the whole, or for the list of its volumes */
    @GET
    @Limited(Limit.EXPORT)
    @StepUp
    public Response summary(@PathParam("number") CaseNumber number, @QueryParam("volume") int volume) {
        return queue.inTurn(() -> {
            Texts texts = pages.page().texts();
            List<CaseSummary> volumes = Volumes.of(summaries.internal(number, texts), texts);
            if (volume < 0 || volume > volumes.size()) {
                throw new NotFound();
            } else if (volume == 0 && volumes.size() > 1) {
                return pages.show(page -> pages.templates().summaryVolumes(page, number, volumes.size()));
            }
            CaseSummary summary = volumes.get(Math.max(volume, 1) - 1);
            return Response.ok(pdf.render(summary, texts))
                    .type("application/pdf")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "inline; filename=\"summary-" + summary.head().export() + ".pdf\"")
                    .build();
        });
    }
}
