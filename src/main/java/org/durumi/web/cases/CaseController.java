package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.Pages;

/** The page of a case: where everybody stands, how they came there, and what endangers them. */
@Controller
@Path("/cases/{number}")
@RequestScoped
public class CaseController {
    @Inject
    Pages pages;

    @Inject
    CaseSearch search;

    @Inject
    CaseReader reader;

    @Inject
    Mentions mentions;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        CaseView view = search.view(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.JOURNEY,
                AccessGroup.CONFIRMATION,
                AccessGroup.LEG,
                AccessGroup.BROKER);
        return pages.view("cases/case.jte")
                .with("view", view)
                .with("names", mentions.names(view, pages.page().texts()))
                .with("journeys", Journey.of(view))
                .with("actions", reader.actions(view))
                .answer();
    }
}
