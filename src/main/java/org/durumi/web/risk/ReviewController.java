package org.durumi.web.risk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.ErasureService;
import org.durumi.cases.RetentionService;
import org.durumi.cases.StageEntry;
import org.durumi.cases.WaitingEntry;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.CorrectionService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkService;
import org.durumi.risk.AlertPage;
import org.durumi.risk.AlertService;
import org.durumi.risk.BlockPage;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomeParts;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;

/** Where a supervisor's work begins: alerts by urgency, entries to confirm, blocks that somebody may want waived. */
@Path("/review")
@RequestScoped
public class ReviewController {
    @Inject
    Pages pages;

    @Inject
    AlertService alerts;

    @Inject
    RiskService risk;

    @Inject
    DecisionService decisions;

    @Inject
    ClosureService closures;

    @Inject
    CorrectionService corrections;

    @Inject
    ErasureService erasures;

    @Inject
    RetentionService retentions;

    @Inject
    LinkService links;

    @Inject
    StaffDirectory staff;

    @Inject
    AlertCards cards;

    @Inject
    HomeParts home;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response show() {
        log.require(user.actor().is(Role.SUPERVISOR), Access.of(AccessAction.LIST, AccessGroup.ALERT));
        AlertPage open = alerts.ofTeam(0);
        List<WaitingEntry<StageEntry>> waiting = decisions.waiting();
        List<WaitingEntry<Circumstance<?, ?, ?>>> corrected = corrections.waiting();
        BlockPage blocked = risk.blocksOfTeam(0);
        Map<UserId, String> recorders = staff.handles(Stream.concat(waiting.stream(), corrected.stream())
                .map(each -> each.entry().recorded().by())
                .toList());
        return pages.show(page -> pages.templates()
                .riskReview(
                        page,
                        home.read(HomePage.REVIEW, page),
                        home.read(HomePage.TEAM, page),
                        new Review(
                                cards.of(open.alerts(), open.handles()),
                                waiting,
                                corrected,
                                recorders,
                                blocked.blocks(),
                                closures.waiting(),
                                erasures.waiting(),
                                retentions.due(),
                                links.waiting(),
                                open.more() || blocked.more())));
    }
}
