package org.durumi.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.durumi.cases.CaseRights.Right;
import org.durumi.kernel.CaseNumber;
import org.durumi.people.NamesView;
import org.durumi.people.PersonService;
import org.durumi.web.support.Pages;

/** Shows the names of everybody in a case, to whoever asked for them. */
@Path("/cases/{number}/names")
@RequestScoped
public class NamesController {
    @Inject
    Pages pages;

    @Inject
    PersonService people;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        NamesView view = people.view(number);
        return pages.show(page ->
                pages.templates().peopleNames(page, view, view.file().rights().allows(Right.RECORD)));
    }
}
