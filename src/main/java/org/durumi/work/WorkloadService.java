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
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseAccess;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/** Says how much the caseworkers of a team have to do, and which cases wait for another one. */
@ApplicationScoped
@Transactional
public class WorkloadService {
    /** After so long without a change somebody should look whether a case was forgotten: as long as R30 waits. */
    static final Duration UNTOUCHED = Duration.ofDays(14);

    /** So many are shown at a time: who takes some over sees the next. */
    private static final int SHOWN = 50;

    @Inject
    TaskRows rows;

    @Inject
    CaseAccess access;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

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

    /** The open cases of a supervisor's team on which nobody works who may come in, though somebody did. Empty for everybody else. */
    public List<CaseNumber> leftAlone() {
        if (user.actor().supervisedTeam().isEmpty()) {
            return List.of();
        }
        List<CaseNumber> alone = access.readable(rows.leftAlone(staff.having(Role.CASEWORKER), SHOWN), each -> each);
        if (!alone.isEmpty()) {
            log.record(Access.of(AccessAction.LIST, AccessGroup.ASSIGNMENT).on(alone));
        }
        return alone;
    }
}
