package org.durumi.web.links;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.links.LinkService;
import org.durumi.links.LinkService.Pair;
import org.durumi.links.LinkService.Side;
import org.durumi.web.support.Pages;

/** Two people who are one, side by side, for somebody who may read both cases. No names: those have a page of their own. */
@Path("/cases/{number}/links/{link}/comparison")
@RequestScoped
public class ComparisonController {
    @Inject
    Pages pages;

    @Inject
    LinkService links;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @GET
    public Response show(@PathParam("number") CaseNumber number, @PathParam("link") UUID id) {
        EntryId link = new EntryId(id);
        Optional<Pair> pair = links.pair(number, link);
        if (pair.isEmpty()) {
            return pages.redirect("/cases/" + number + "/links/" + link);
        }
        Comparison.Read mine = read(pair.get().mine());
        Comparison.Read theirs = read(pair.get().theirs());
        return pages.show(
                page -> pages.templates().linksComparison(page, link, Comparison.of(mine, theirs, page.texts())));
    }

    private Comparison.Read read(Side side) {
        CaseView view = search.view(
                side.number(),
                AccessGroup.CASE,
                AccessGroup.PARTICIPANT,
                AccessGroup.JOURNEY,
                AccessGroup.BACKGROUND,
                AccessGroup.LINK);
        return new Comparison.Read(side, view, circumstances.of(view.file(), AccessGroup.BACKGROUND));
    }
}
