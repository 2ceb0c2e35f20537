package org.durumi.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** The drafts of a supervisor's team: which wait, and to whom one goes. Nothing of them is opened; forms are named only of cases that the supervisor may read. */
@ApplicationScoped
@Transactional
public class TeamDraftService {
    /** What is said of who has as many drafts as one may have, when another one would be handed to them. */
    public static final String TOO_MANY = "draft.too-many.theirs";

    private static final Access LISTING = Access.of(AccessAction.LIST, AccessGroup.DRAFT);
    private static final Access HANDING_OVER =
            Access.of(AccessAction.CHANGE, AccessGroup.DRAFT, AccessGroup.ASSIGNMENT);

    @Inject
    Drafts drafts;

    @Inject
    RealDrafts real;

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

    /** What caseworkers of this supervisor's team have not touched for three days, the oldest first. */
    public List<DraftLine> waiting() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<Draft> waiting = ofTeam(
                team.get(), real.genuine(drafts.untouchedSince(clock.instant().minus(Draft.WAITS))));
        if (waiting.isEmpty()) {
            return List.of();
        }
        log.record(LISTING);
        Map<UserId, String> handles =
                staff.handles(waiting.stream().map(Draft::owner).collect(Collectors.toSet()));
        return waiting.stream()
                .map(each -> line(each, Objects.requireNonNull(handles.get(each.owner()))))
                .toList();
    }

    /** What somebody of this supervisor's team has begun, the oldest first. */
    public List<DraftLine> of(UserId owner) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        List<Draft> theirs = team.isEmpty() ? List.of() : ofTeam(team.get(), real.genuine(drafts.of(owner)));
        if (theirs.isEmpty()) {
            return List.of();
        }
        log.record(LISTING);
        String handle = staff.handle(owner);
        return theirs.reversed().stream().map(each -> line(each, handle)).toList();
    }

    /**
     * A draft of somebody of this supervisor's team, as lists name it; not only one that waits: its owner may be ill since today.
     *
     * @throws NotFound if there is none; the refusal is recorded
     */
    public DraftLine ofTeam(DraftId id) {
        Draft draft = ofTeam(id, drafts.byId(id));
        log.record(LISTING);
        return line(draft, staff.handle(draft.owner()));
    }

    /** To whom this supervisor may hand it. */
    public List<StaffMember> others(DraftId id) {
        return others(ofTeam(id, drafts.byId(id)));
    }

    private List<StaffMember> others(Draft draft) {
        return staff.caseworkers(user.actor().supervisedTeam().orElseThrow()).stream()
                .filter(each -> !each.id().equals(draft.owner()))
                .toList();
    }

    /**
     * Hands a draft to another caseworker of the team. Who had it reads it no more. Nothing of it is opened.
     *
     * @throws NotFound if it is of nobody in this supervisor's team; the refusal is recorded
     * @throws RuleViolation if the other is none of the team's caseworkers, or has as many as one may have
     */
    public void handOver(DraftId id, UserId to) {
        user.requireChangesAllowed();
        Draft draft = ofTeam(id, drafts.lock(id));
        if (others(draft).stream().noneMatch(each -> each.id().equals(to))) {
            throw RuleViolation.at("caseworker", "draft.not-of-the-team");
        } else if (drafts.of(to).size() >= Draft.MOST) {
            throw RuleViolation.at("caseworker", TOO_MANY, Draft.MOST);
        }
        draft.handTo(to, macs);
        drafts.save(draft);
        log.changed(HANDING_OVER);
    }

    private Draft ofTeam(DraftId id, Optional<Draft> stored) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        return stored.filter(each -> each.id().equals(id))
                .filter(real::isGenuine)
                .filter(each ->
                        team.isPresent() && !ofTeam(team.get(), List.of(each)).isEmpty())
                .orElseThrow(() -> log.notFound(HANDING_OVER));
    }

    /**
     * Those of somebody who belongs to the team by a row that the application wrote; forms only of cases that the supervisor may read: a case that went to another
     * team is named to nobody of this one.
     */
    private List<Draft> ofTeam(TeamId team, Collection<Draft> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        Set<UserId> people = staff.ofTeam(team).stream().map(StaffMember::id).collect(Collectors.toSet());
        List<Draft> theirs =
                some.stream().filter(each -> people.contains(each.owner())).toList();
        Set<CaseNumber> readable = real.readable(theirs);
        return theirs.stream()
                .filter(each -> !each.isForm() || readable.contains(each.number()))
                .toList();
    }

    private static DraftLine line(Draft draft, String owner) {
        return DraftLine.of(draft, owner, Set.of(draft.number()));
    }
}
