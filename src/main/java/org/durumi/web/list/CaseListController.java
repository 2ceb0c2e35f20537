package org.durumi.web.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseSearch;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.NotFound;
import org.durumi.risk.AlertService;
import org.durumi.web.risk.AlertCards;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.OncePerPage;
import org.durumi.web.support.Pages;

/** The list of cases: a caseworker's own, or those of a supervisor's team. */
@Path("/cases")
@RequestScoped
public class CaseListController {
    @Inject
    Pages pages;

    @Inject
    CaseSearch search;

    @Inject
    AlertService alerts;

    @Inject
    AlertCards cards;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    OncePerPage once;

    @GET
    @Limited(Limit.LIST)
    public Response list(@Context UriInfo address) {
        Actor reader = user.actor();
        if (!reader.is(Role.CASEWORKER) && !reader.is(Role.SUPERVISOR)) {
            log.refused(Access.of(AccessAction.LIST, AccessGroup.CASE));
            throw new NotFound();
        }
        CaseQuery query = new CaseQuery(FormInput.of(address.getQueryParameters()));
        return pages.view("list/list.jte")
                .with("query", query)
                .with("team", reader.is(Role.SUPERVISOR))
                .with(once.read(() -> read(query)))
                .answer();
    }

    private Map<String, Object> read(CaseQuery query) {
        return Map.of("cases", search.list(query.filter()), "alerts", cards.of(alerts.mine()));
    }
}
