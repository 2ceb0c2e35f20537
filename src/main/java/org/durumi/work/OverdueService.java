package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseAccess;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.PageOf;

/** Who was not heard of, for those who were told. It stays until somebody hears of them, or a supervisor stops it: seeing it is not acting. */
@ApplicationScoped
@Transactional
public class OverdueService {
    /** So many are listed of each. */
    public static final int MOST = 50;

    @Inject
    CheckIns checkIns;

    @Inject
    Notices notices;

    @Inject
    CaseAccess access;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * Those of a caseworker's cases; of a supervisor's team, and of other teams if every supervisor was told. What they were told counts as
     * seen from now on.
     */
    public Overdue mine() {
        Actor actor = user.actor();
        PageOf<OverdueLine> found = PageOf.of(actor.worksWithCases() ? checkIns.overdue(MOST + 1) : List.of(), MOST);
        List<OverdueLine> own = access.readable(found.rows(), OverdueLine::number).stream()
                .sorted(OverdueLine.BY_URGENCY)
                .toList();
        List<OverdueElsewhere> elsewhere = actor.is(Role.SUPERVISOR) ? notices.elsewhere(MOST) : List.of();
        if (!own.isEmpty()) {
            access.toList(own.stream().map(OverdueLine::number).distinct().toList(), AccessGroup.CHECK_IN);
        }
        if (!elsewhere.isEmpty()) {
            log.record(Access.of(AccessAction.LIST, AccessGroup.CHECK_IN)
                    .on(elsewhere.stream()
                            .map(OverdueElsewhere::number)
                            .distinct()
                            .toList()));
        }
        if (!own.isEmpty() || !elsewhere.isEmpty()) {
            notices.seen(clock.instant());
        }
        return new Overdue(own, elsewhere, own.size() + elsewhere.size(), found.more());
    }
}
