package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** Hands the cases of somebody who leaves to others of the team, in one go, and ends what else they may read there. */
@ApplicationScoped
@Transactional
public class HandoverService {
    /** So many are handed over at once, in one transaction, which nobody has to wait for. The others are listed then. */
    public static final int MOST = 40;

    @Inject
    Cases cases;

    @Inject
    Grants grants;

    @Inject
    GrantService grantService;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    StaffDirectory staff;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    Event<CaseHandedOver> handedOver;

    /**
     * On which cases of the supervisor's team somebody works. Records which it names.
     *
     * @throws NotFound if the person is not of the team and works on none of its cases; the refusal is recorded
     */
    public HeldCases of(UserId who) {
        TeamId team = requireTeam();
        List<HeldCase> found = cases.heldBy(team, who, MOST).stream()
                .map(row -> held((CaseFile) row[0], (Long) row[1] == 0))
                .toList();
        if (found.isEmpty()
                && staff.ofTeam(team).stream().noneMatch(each -> each.id().equals(who))) {
            throw refused();
        }
        List<HeldCase> readable = access.readable(found, HeldCase::number);
        if (!readable.isEmpty()) {
            access.toList(readable.stream().map(HeldCase::number).toList(), AccessGroup.ASSIGNMENT);
        }
        return new HeldCases(readable, found.size() < MOST ? readable.size() : cases.numberHeldBy(team, who));
    }

    private static HeldCase held(CaseFile file, boolean alone) {
        return new HeldCase(file.id(), file.number(), file.level(), alone);
    }

    /**
     * Which cases of the team somebody may read now although they are not theirs; given to them, or by themselves in an emergency. Records
     * which it names.
     */
    public List<HeldGrant> grants(UserId who) {
        List<HeldGrant> readable = access.readable(heldGrants(who), HeldGrant::number);
        if (!readable.isEmpty()) {
            access.toList(readable.stream().map(HeldGrant::number).distinct().toList(), AccessGroup.ASSIGNMENT);
        }
        return readable;
    }

    private List<HeldGrant> heldGrants(UserId who) {
        return grants.heldBy(requireTeam(), who, clock.instant()).stream()
                .map(row -> new HeldGrant((CaseNumber) row[0], (Grant) row[1]))
                .filter(each -> grantService.isGenuine(each.grant(), each.number()))
                .toList();
    }

    /** Whose work this supervisor can hand over, also when they have no case; empty for everybody else. */
    public List<StaffMember> people() {
        return user.actor().supervisedTeam().map(staff::ofTeam).orElse(List.of()).stream()
                .filter(each -> !each.rolesLastSeen().contains(Role.SUPERVISOR))
                .toList();
    }

    /** To whom the work of somebody can be handed. */
    public List<StaffMember> others(UserId who) {
        return staff.caseworkers(requireTeam()).stream()
                .filter(each -> !each.id().equals(who))
                .toList();
    }

    /** Whether an open case of the supervisor's team is somebody's. */
    public boolean holdsCases(UserId who) {
        return cases.numberHeldBy(requireTeam(), who) > 0;
    }

    /**
     * Puts others in the place of somebody, in cases of the supervisor's team, and ends what they may read there. A case on which they work
     * no more is left as it is, so that doing it twice is harmless.
     *
     * @param some cases; more than theirs may be among them
     * @param over which grants end; those that are not theirs are left
     * @param to each of them works on each of the cases then
     * @throws RuleViolation at «to[]» if that is nobody though there are cases, or one of them is no other caseworker of the team
     */
    public void handOver(UserId from, Set<CaseId> some, Set<EntryId> over, Set<UserId> to) {
        TeamId team = requireTeam();
        List<UserId> others = others(from).stream().map(StaffMember::id).toList();
        if (!some.isEmpty() && to.isEmpty() || !others.containsAll(to)) {
            throw RuleViolation.at("to[]", "handover.to.choose");
        } else if (some.size() > MOST) {
            throw RuleViolation.at("cases[]", "handover.too-many", MOST);
        }
        List<HeldGrant> ending = over.isEmpty()
                ? List.of()
                : heldGrants(from).stream()
                        .filter(each -> over.contains(each.grant().id()))
                        .toList();
        Set<CaseId> held = new HashSet<>();
        Map<CaseId, CaseNumber> locked = new HashMap<>();
        cases.heldOf(team, from, some.stream().map(CaseId::value).toList()).forEach(each -> {
            held.add(each.id());
            locked.put(each.id(), each.number());
        });
        ending.forEach(each -> locked.put(each.grant().caseId(), each.number()));
        // All of them at once, in the order in which everybody locks several.
        Map<CaseId, CaseFile> files = access.toDecide(locked, AccessGroup.ASSIGNMENT);
        List<UserId> inTheirPlace = others.stream().filter(to::contains).toList();
        held.forEach(each -> handOver(Objects.requireNonNull(files.get(each)), from, inTheirPlace));
        ending.forEach(each -> grantService.endIfStanding(
                Objects.requireNonNull(files.get(each.grant().caseId())),
                each.grant().id()));
    }

    private void handOver(CaseFile file, UserId from, List<UserId> to) {
        Signed now = user.actor().signed(clock.instant());
        List<Assignment> current = cases.assignments(file.id()).stream()
                .filter(Assignment::isCurrent)
                .toList();
        // Whoever held the case until now may have closed it, or handed it over: then it is left as it is.
        if (!file.isOpen()
                || current.stream().noneMatch(each -> each.caseworker().equals(from))) {
            return;
        }
        for (Assignment each : current) {
            // A row that somebody slipped in would stand in the way.
            if (each.caseworker().equals(from) || to.contains(each.caseworker()) && !each.isGenuine(macs)) {
                cases.add(AssignmentEnd.of(each, now, macs));
            }
        }
        to.stream()
                .filter(who ->
                        current.stream().noneMatch(each -> each.caseworker().equals(who) && each.isGenuine(macs)))
                .forEach(who -> cases.add(Assignment.begin(file.id(), who, now, macs)));
        handedOver.fire(new CaseHandedOver(file, from, to));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
    }

    private TeamId requireTeam() {
        return user.actor().supervisedTeam().orElseThrow(this::refused);
    }

    private NotFound refused() {
        log.refused(Access.of(AccessAction.LIST, AccessGroup.ASSIGNMENT));
        return new NotFound();
    }
}
