package org.durumi.web.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CasePage;
import org.durumi.cases.CaseSearch;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomeParts;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.LastList;
import org.durumi.web.support.Limited;
import org.durumi.web.support.OncePerPage;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;
import org.durumi.web.support.Visitor;

/** The list of cases: a caseworker's own, or those of a supervisor's team. */
@Path("/cases")
@RequestScoped
public class CaseListController {
    @Inject
    Pages pages;

    @Inject
    CaseSearch search;

    @Inject
    HomeParts home;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    OncePerPage once;

    @Inject
    Clock clock;

    @GET
    @Limited(Limit.LIST)
    public Response list(
            @Context UriInfo address, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        Actor reader = requireReader();
        CaseQuery query = CaseQuery.of(FormInput.of(address.getQueryParameters()));
        if (query.hasBlanks()) {
            return pages.redirect(query.address(query.page()));
        }
        LastList.remember(request, response, query.query());
        return view(reader, query, FormInput.blank()).answer();
    }

    /**
     * Leads to the case whose number ends as somebody typed it, if it is one alone of theirs; to the list of them if they
     * are several. Whether there are others is not told. It comes as a form, because what people type may be anything, and
     * no address shall hold it.
     */
    @POST
    @Limited(Limit.LIST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response find(MultivaluedMap<String, String> fields) {
        Actor reader = requireReader();
        FormInput input = FormInput.of(fields);
        Optional<CaseNumberEnd> end = input.read("number", new NumberField());
        return pages.submit(
                input,
                () -> pages.redirect(leadTo(end.orElseThrow())),
                () -> view(reader, new CaseQuery(FormInput.blank(), CaseFilter.all()), input));
    }

    private String leadTo(CaseNumberEnd end) {
        List<CaseNumber> found = search.ending(end);
        if (found.isEmpty()) {
            throw RuleViolation.at("number", "cases.find.none");
        }
        return found.size() == 1 ? Visitor.LIST + "/" + found.get(0) : Visitor.LIST + "?number=" + end;
    }

    private View view(Actor reader, CaseQuery query, FormInput find) {
        return pages.form(
                find,
                page -> once.read(() -> {
                    CasePage found = search.list(query.filter());
                    return pages.templates()
                            .listList(
                                    page,
                                    query,
                                    find,
                                    found,
                                    query.isHome() ? home.read(HomePage.CASES, page) : List.of(),
                                    reader.is(Role.SUPERVISOR),
                                    search.countries(),
                                    caseworkers(reader),
                                    clock.instant());
                }));
    }

    /** Those whose cases a supervisor may choose; none for a caseworker, who sees their own. */
    private List<Choice> caseworkers(Actor reader) {
        return reader.supervisedTeam().stream()
                .flatMap(team -> staff.everCaseworkers(team).stream())
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
    }

    private Actor requireReader() {
        Actor reader = user.actor();
        log.require(reader.worksWithCases(), Access.of(AccessAction.LIST, AccessGroup.CASE));
        return reader;
    }
}
