package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
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
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.SomebodyTold;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/** Opens in an emergency a case that is not one's own, to be read for a day, and tells everybody who is responsible for it. */
@ApplicationScoped
@Transactional
public class GlassService {
    /** So many are told of at once; the next ones when these are seen. */
    public static final int MOST = 20;

    @Inject
    Grants grants;

    @Inject
    EveryCase everyCase;

    @Inject
    CaseAccess access;

    @Inject
    AccessLog log;

    @Inject
    StaffDirectory staff;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Event<SomebodyTold> others;

    @Inject
    Clock clock;

    /**
     * Opens a case. Whoever may read it already opens nothing, and nobody is told.
     *
     * @throws NotFound if the person works with no cases; the refusal is recorded
     * @throws RuleViolation at «number» if no case has this number; that is recorded too
     */
    public void breakGlass(@Valid NewGlass told) {
        Access opening = Access.of(AccessAction.BREAK_GLASS, AccessGroup.CASE).on(told.number());
        Actor actor = requireWorker(opening);
        Optional<EveryCase.Whose> whose = everyCase.of(told.number());
        if (whose.isEmpty()) {
            log.refused(opening);
            throw RuleViolation.at("number", "glass.unknown");
        }
        if (access.readable(List.of(told.number()), each -> each).isEmpty()) {
            log.record(opening);
            grants.breakGlass(Grant.breakGlass(
                    whose.get().id(), actor.signed(clock.instant()), told.why(), vault.organisation(), macs));
            others.fire(new SomebodyTold());
        }
    }

    /** What this person was told and has not seen, the newest first, and one more than {@link #MOST} if there are more. Records which cases it names. */
    public List<BrokenGlass> told() {
        Actor actor = user.actor();
        List<Grant> told = grants.told(MOST + 1);
        if (told.isEmpty()) {
            return List.of();
        }
        Map<CaseId, CaseNumber> numbers =
                everyCase.of(told.stream().map(Grant::caseId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(EveryCase.Whose::id, EveryCase.Whose::number));
        Set<CaseNumber> readable = Set.copyOf(access.readable(List.copyOf(numbers.values()), each -> each));
        Map<UserId, String> handles =
                staff.handles(told.stream().map(Grant::reader).collect(Collectors.toSet()));
        List<BrokenGlass> all = told.stream()
                .filter(each -> numbers.containsKey(each.caseId()))
                .map(each -> {
                    CaseNumber number = Objects.requireNonNull(numbers.get(each.caseId()));
                    String who = Objects.requireNonNull(handles.get(each.reader()));
                    return new BrokenGlass(number, each, who, why(each, number, actor), readable.contains(number));
                })
                .toList();
        log.record(Access.of(AccessAction.LIST, AccessGroup.ASSIGNMENT).on(Set.copyOf(numbers.values())));
        return all;
    }

    /** Of one that the application did not write it is told all the same that it is there, without its words. */
    private String why(Grant grant, CaseNumber number, Actor actor) {
        if (!grant.isGenuine(macs)) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.GRANT, actor.id(), Optional.of(number)));
            return "";
        }
        if (actor.is(Role.AUDITOR)) {
            return "";
        }
        grant.open(vault.organisation());
        return grant.why();
    }

    /** This person has seen that a case was opened, and is told of it no more; that they have is recorded. */
    public void seen(EntryId grant) {
        grants.told(Integer.MAX_VALUE).stream()
                .filter(each -> each.id().equals(grant))
                .map(Grant::caseId)
                .flatMap(each -> everyCase.of(List.of(each)).stream())
                .forEach(each -> {
                    log.record(Access.of(AccessAction.CHANGE, AccessGroup.ASSIGNMENT)
                            .on(each.number()));
                    grants.seen(grant, clock.instant());
                });
    }

    private Actor requireWorker(Access opening) {
        Actor actor = user.actor();
        log.require(actor.worksWithCases(), opening);
        return actor;
    }
}
