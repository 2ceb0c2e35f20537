package org.durumi.web.costs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseTab;

/** The page of what a case costs. */
@Path("/cases/{number}/costs")
@RequestScoped
public class CostsPage {
    static final CaseTab TAB = new CaseTab("costs", "case.tab.costs", 40);

    @Inject
    CaseFrame frame;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, TAB);
    }
}
