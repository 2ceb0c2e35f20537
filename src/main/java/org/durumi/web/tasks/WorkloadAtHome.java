package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.work.Workload;
import org.durumi.work.WorkloadService;

/** How much each caseworker of a supervisor's team has to do, and which cases nobody works on. */
@ApplicationScoped
class WorkloadAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    WorkloadService workload;

    @Inject
    StaffDirectory staff;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.TEAM);
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<Workload> team = workload.ofTeam();
        if (team.isEmpty()) {
            return Optional.empty();
        }
        Map<UserId, String> handles = staff.handles(
                team.stream().flatMap(each -> each.caseworker().stream()).collect(Collectors.toSet()));
        return Optional.of(pages.templates().tasksWorkload(page, team, handles));
    }
}
