package org.durumi.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.kernel.CaseNumber;

/** The first page of a case: who is in danger, and what to do. */
@Path("/cases/{number}")
@RequestScoped
public class OverviewPage {
    @Inject
    CaseFrame frame;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, CaseTab.OVERVIEW);
    }
}
