package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.UserId;

/** Says how much the caseworkers of a team have to do: counts, and no case. */
@ApplicationScoped
@Transactional
public class WorkloadService {
    /** After so long without a change somebody should look whether a case was forgotten: as long as R30 waits. */
    static final Duration UNTOUCHED = Duration.ofDays(14);

    @Inject
    TaskRows rows;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** What one person has to do in each of some cases that have been listed. Counts only, and no case. */
    public Map<CaseId, OpenWork> inCases(Collection<CaseId> some, UserId who) {
        return some.isEmpty()
                ? Map.of()
                : rows.openWork(some.stream().map(CaseId::value).toList(), who);
    }

    /** Of a supervisor's team: first the cases that nobody works on, then who has most of them. Empty for everybody else. */
    public List<Workload> ofTeam() {
        if (!user.actor().is(Role.SUPERVISOR)) {
            return List.of();
        }
        return rows.workload(clock.instant().minus(UNTOUCHED), LocalDate.now(clock)).stream()
                .sorted(Comparator.comparing(
                                (Workload each) -> each.caseworker().isPresent())
                        .thenComparing(Workload::cases, Comparator.reverseOrder()))
                .toList();
    }
}
