package org.durumi.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.links.LinkService;
import org.durumi.links.LinkService.Pair;
import org.durumi.links.LinkService.Side;
import org.durumi.people.PersonService;
import org.durumi.web.support.Pages;

/** The names of two people who are one, to whoever asked for them and may read both cases; recorded in both. */
@Path("/cases/{number}/links/{link}/names")
@RequestScoped
public class PairNamesController {
    @Inject
    Pages pages;

    @Inject
    LinkService links;

    @Inject
    PersonService people;

    @GET
    public Response show(@PathParam("number") CaseNumber number, @PathParam("link") UUID id) {
        EntryId link = new EntryId(id);
        Optional<Pair> pair = links.pair(number, link);
        if (pair.isEmpty()) {
            return pages.redirect("/cases/" + number + "/links/" + link);
        }
        List<NamesOfSide> sides =
                List.of(names(pair.get().mine()), names(pair.get().theirs()));
        return pages.show(page -> pages.templates().peoplePair(page, number, link, sides));
    }

    private NamesOfSide names(Side side) {
        return new NamesOfSide(people.view(side.number()), side.who());
    }
}
