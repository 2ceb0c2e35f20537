package org.durumi.risk;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Changes;
import org.durumi.cases.NamedKey;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/**
 * What becomes of alerts. A caseworker of the case or a supervisor of its team acknowledges, acts and resolves; an alert of
 * level high or above is acknowledged and dismissed by a supervisor only, others say that they have seen it.
 *
 * <p>Every change takes the version that the person had before them; {@link ChangedMeanwhile} says that somebody else was
 * faster.
 */
@ApplicationScoped
@Transactional
public class AlertService {
    /** Alerts of one page. */
    public static final int PAGE = 50;

    @Inject
    Risks risks;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    RiskTasks tasks;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    /**
     * One page of the open alerts of the supervisor's team: those nobody has acknowledged first, then by level, then by
     * when they are due. Empty for everybody else.
     *
     * @param page from 0
     */
    public AlertPage ofTeam(int page) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return new AlertPage(List.of(), Map.of(), false);
        }
        PageOf<AlertLine> read = PageOf.read(page, PAGE, request -> risks.alertsOf(team.get(), request));
        List<AlertLine> shown = access.readable(read.rows(), AlertLine::number);
        open(shown);
        return new AlertPage(shown, staff.handles(involved(shown)), read.more());
    }

    /**
     * The most urgent open alerts of the caseworker's own cases, and how many there are. None for everybody else.
     *
     * @param most so many are opened, and named in the access log
     */
    public MyAlerts mine(int most) {
        Actor actor = user.actor();
        if (!actor.is(Role.CASEWORKER)) {
            return new MyAlerts(List.of(), Map.of(), 0, false);
        }
        PageOf<AlertLine> found =
                PageOf.of(risks.alertsOfMine(actor.id(), PageRequest.ofPage(1, PAGE + 1, false)), PAGE);
        List<AlertLine> mine = access.readable(found.rows(), AlertLine::number).stream()
                .sorted(RiskPanel.BY_URGENCY)
                .toList();
        List<AlertLine> shown = mine.subList(0, Math.min(mine.size(), most));
        open(shown);
        return new MyAlerts(shown, staff.handles(involved(shown)), mine.size(), found.more());
    }

    private void open(List<AlertLine> shown) {
        Map<CaseId, NamedKey> keys = access.toList(
                shown.stream().map(AlertLine::number).distinct().toList(),
                shown.stream()
                        .collect(Collectors.toMap(
                                line -> line.alert().caseId(), AlertLine::number, (same, one) -> same)),
                AccessGroup.ALERT);
        shown.forEach(line -> line.alert()
                .open(Objects.requireNonNull(keys.get(line.alert().caseId())).of(AccessGroup.ALERT)));
    }

    /**
     * Says that one has seen it. That acknowledges it; one of level high or above stays unacknowledged until a supervisor says
     * so.
     *
     * @return whether it is acknowledged now
     * @throws RuleViolation if somebody has acknowledged or closed it already, or seen it if one could do no more
     */
    public boolean acknowledge(CaseNumber number, EntryId id, int seen) {
        return !change(number, id, (alert, recording) -> alert.acknowledge(seen, recording, isSupervisor()))
                .isUnacknowledged();
    }

    /**
     * Records what was done about an alert; who acts has seen it.
     *
     * @throws RuleViolation if it is closed, or nothing is said
     */
    public void act(CaseNumber number, EntryId id, String what, int seen) {
        change(number, id, (alert, recording) -> alert.act(what, seen, recording, isSupervisor()));
    }

    /** @throws RuleViolation if nobody has acted on it, it is closed, or a supervisor has still to acknowledge it */
    public void resolve(CaseNumber number, EntryId id, int seen) {
        change(number, id, (alert, recording) -> alert.resolve(seen, recording, isSupervisor()));
    }

    /**
     * Dismisses an alert. It is not raised again as long as exactly the same is found.
     *
     * @throws RuleViolation if no reason is given, or its level is high or above and the person is no supervisor
     */
    public void dismiss(CaseNumber number, EntryId id, String reason, int seen) {
        change(number, id, (alert, recording) -> {
            if (alert.isForSupervisors() && !isSupervisor()) {
                throw new RuleViolation("alert.dismiss.supervisor", alert.level());
            }
            alert.dismiss(reason, seen, recording);
        });
    }

    /** Everybody who has one of these alerts in hand. */
    static List<UserId> involved(List<AlertLine> lines) {
        return lines.stream()
                .map(AlertLine::alert)
                .flatMap(alert -> Stream.of(alert.seen(), alert.acknowledged(), alert.acted(), alert.closed())
                        .flatMap(Optional::stream))
                .map(Signed::by)
                .distinct()
                .toList();
    }

    private boolean isSupervisor() {
        return user.actor().is(Role.SUPERVISOR);
    }

    private RiskAlert change(CaseNumber number, EntryId id, BiConsumer<RiskAlert, Recording> step) {
        CaseFile file = isSupervisor()
                ? access.toDecide(number, AccessGroup.ALERT)
                : access.toChange(number, AccessGroup.ALERT);
        CaseKey key = file.key(AccessGroup.ALERT);
        RiskAlert alert = key.opened(risks.alert(file.id(), id)).orElseThrow(NotFound::new);
        step.accept(alert, new Recording(user.actor().signed(clock.instant()), key));
        risks.save(alert);
        if (alert.group() == RuleGroup.CHANGED_OUTSIDE && !alert.state().isOpen()) {
            // Somebody has looked: what was changed no longer holds anything up.
            changes.recorded(file, AccessGroup.ALERT);
        } else {
            if (alert.state() == AlertState.ACTED_ON || !alert.state().isOpen()) {
                tasks.alertHandled(file);
            }
            changes.noted(file, AccessAction.CHANGE, AccessGroup.ALERT);
        }
        return alert;
    }
}
