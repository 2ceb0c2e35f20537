package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseTab;

/** The page of the way of a case: its legs, planned and travelled, and who travels them. */
@Path("/cases/{number}/route")
@RequestScoped
public class RoutePage {
    static final CaseTab TAB = new CaseTab("route", "case.tab.route", 30);

    @Inject
    CaseFrame frame;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, TAB);
    }
}
