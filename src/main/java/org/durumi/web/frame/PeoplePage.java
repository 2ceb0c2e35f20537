package org.durumi.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.kernel.CaseNumber;

/** The people of a case: all of them in one table, and each on a page of their own. */
@Path("/cases/{number}/people")
@RequestScoped
public class PeoplePage {
    @Inject
    CaseFrame frame;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, CaseTab.PEOPLE);
    }

    @GET
    @Path("{label: A|[A-Z]+}")
    public Response person(@PathParam("number") CaseNumber number, @PathParam("label") String label) {
        return frame.person(number, label);
    }
}
