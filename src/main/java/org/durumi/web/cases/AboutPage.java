package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseTab;

/** The page of what a case is, beside its people: what was said at intake, who works on it, what was decided. */
@Path("/cases/{number}/about")
@RequestScoped
public class AboutPage {
    @Inject
    CaseFrame frame;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, CaseTab.ABOUT);
    }
}
