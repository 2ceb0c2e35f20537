package org.durumi.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.limit.Limit;
import org.durumi.people.NameHits;
import org.durumi.people.NameSearchService;
import org.durumi.people.NewName;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Searches one's own cases by name. The answer is a page of its own and no address: a name stands in none. */
@Path("/search")
@RequestScoped
public class SearchController {
    private static final NameHits NOBODY = new NameHits(List.of(), true);

    @Inject
    Pages pages;

    @Inject
    NameSearchService search;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    public Response form() {
        requireReader();
        return view(FormInput.blank(), NOBODY, false).answer();
    }

    @POST
    @Limited(Limit.SEARCH)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response find(MultivaluedMap<String, String> fields) {
        requireReader();
        FormInput input = FormInput.of(fields);
        Optional<String> name = input.read("name", Field.line(NewName.LONGEST));
        return name.isPresent()
                ? view(input, search.find(name.get()), true).answer()
                : view(input, NOBODY, false).again();
    }

    private View view(FormInput input, NameHits hits, boolean searched) {
        return pages.form(
                input, page -> pages.templates().peopleSearch(page, input, hits, searched, NameSearchService.MOST));
    }

    private void requireReader() {
        Actor reader = user.actor();
        log.require(reader.worksWithCases(), Access.of(AccessAction.SEARCH, AccessGroup.NAME));
    }
}
