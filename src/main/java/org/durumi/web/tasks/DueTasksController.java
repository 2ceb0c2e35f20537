package org.durumi.web.tasks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseSearch;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.work.DueTasks;
import org.durumi.work.TaskLine;
import org.durumi.work.TaskService;

/** What is due in all cases of a caseworker, or overdue in those of a supervisor's team. */
@Path("/tasks")
@RequestScoped
public class DueTasksController {
    @Inject
    Pages pages;

    @Inject
    TaskService tasks;

    @Inject
    CaseSearch search;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        log.require(user.actor().worksWithCases(), Access.of(AccessAction.LIST, AccessGroup.TASK));
        PageNumber number = PageNumber.read(wanted);
        boolean team = user.actor().is(Role.SUPERVISOR);
        DueTasks due = tasks.page(number.index());
        Map<CaseNumber, String> insteadOf =
                search.insteadOf(due.lines().stream().map(TaskLine::number).toList());
        return pages.show(page -> pages.templates().tasksDue(page, due, page.today(), team, number, insteadOf));
    }
}
