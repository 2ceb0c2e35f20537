package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.costs.QuoteService;
import org.durumi.kernel.CaseNumber;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.web.risk.AlertCards;
import org.durumi.web.support.OncePerPage;
import org.durumi.web.support.Pages;

/** The page of a case: where everybody stands, how they came there, and what endangers them. */
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

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    RiskService risk;

    @Inject
    AlertCards cards;

    @Inject
    OncePerPage once;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return pages.view("cases/case.jte").with(once.read(() -> read(number))).answer();
    }

    private Map<String, Object> read(CaseNumber number) {
        CaseView view = search.view(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.JOURNEY,
                AccessGroup.CONFIRMATION,
                AccessGroup.ATTEMPT,
                AccessGroup.DEVICE,
                AccessGroup.VULNERABILITY,
                AccessGroup.LEG,
                AccessGroup.QUOTE,
                AccessGroup.BROKER,
                AccessGroup.RISK,
                AccessGroup.ALERT,
                AccessGroup.WAIVER);
        Circumstances known = circumstances.of(view.file());
        RiskPanel panel = risk.of(view);
        return Map.of(
                "view", view,
                "names", mentions.names(view, known.legs(), pages.page().texts()),
                "journeys", Journey.of(view),
                "workers", workers(view),
                "actions", reader.actions(view),
                "known", known,
                "quotes", quotes.of(view.file()),
                "risk", panel,
                "alerts", cards.open(panel));
    }

    private static String workers(CaseView view) {
        return view.assignments().stream()
                .filter(Assignment::isCurrent)
                .map(each -> view.handles().get(each.caseworker()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
