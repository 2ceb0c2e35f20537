package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.mac.Macs;

/** Works out what the acting person may do with cases. A right follows only from rows that the application wrote. */
@ApplicationScoped
class CaseGuard {
    @Inject
    Cases cases;

    @Inject
    Grants grants;

    @Inject
    Deputyships deputyships;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    /** The rights in each of these cases; none in a case that does not exist. */
    Map<CaseNumber, CaseRights> rights(Collection<CaseNumber> numbers) {
        Map<CaseNumber, CaseRights> rights = new HashMap<>();
        numbers.forEach(each -> rights.put(each, CaseRights.none()));
        rights.putAll(rightsIn(cases.guarded(numbers, user.actor().id())));
        return rights;
    }

    /** The rights in cases of which everything has been read that the door has to know. */
    Map<CaseNumber, CaseRights> rightsIn(List<GuardedCase> guarded) {
        Map<CaseNumber, CaseRights> rights = new HashMap<>();
        guarded.forEach(each -> rights.put(each.number(), usual(each)));
        List<GuardedCase> others = guarded.stream()
                .filter(each -> !may(rights, each) && each.isGenuine(macs))
                .toList();
        rights.putAll(ofDeputy(others));
        others.stream()
                .filter(each -> !may(rights, each) && isGranted(each))
                .forEach(each -> rights.put(each.number(), CaseRights.ofGrant(user.actor())));
        return rights;
    }

    private static boolean may(Map<CaseNumber, CaseRights> rights, GuardedCase guarded) {
        return rights.getOrDefault(guarded.number(), CaseRights.none()).holds(CaseRights.Right.READ);
    }

    /** What follows from the case and one's own assignment. */
    private CaseRights usual(GuardedCase guarded) {
        if (!guarded.isGenuine(macs)) {
            tell(ForeignRow.Kind.CASE, guarded);
            return CaseRights.none();
        }
        if (guarded.own().filter(own -> !own.isGenuine(macs)).isPresent()) {
            tell(ForeignRow.Kind.ASSIGNMENT, guarded);
            return CaseRights.of(user.actor(), guarded.unassigned(), user.mayOnlyRead());
        }
        return CaseRights.of(user.actor(), guarded, user.mayOnlyRead());
    }

    /** Looked for, in one query, only where nothing else gives a right. */
    private Map<CaseNumber, CaseRights> ofDeputy(List<GuardedCase> others) {
        Map<CaseNumber, CaseRights> rights = new HashMap<>();
        Actor actor = user.actor();
        if (others.isEmpty() || !actor.is(Role.CASEWORKER) || actor.team().isEmpty()) {
            return rights;
        }
        Map<CaseId, GuardedCase> byId = new HashMap<>();
        others.forEach(each -> byId.put(each.id(), each));
        for (Object[] row :
                deputyships.standing(byId.keySet().stream().map(CaseId::value).toList(), actor.id(), clock.instant())) {
            Assignment theirs = (Assignment) row[0];
            GuardedCase guarded = Objects.requireNonNull(byId.get(theirs.caseId()));
            if (isGenuine(theirs, (Deputyship) row[1], guarded)) {
                rights.putIfAbsent(guarded.number(), CaseRights.ofDeputy(actor, guarded, theirs, user.mayOnlyRead()));
            }
        }
        return rights;
    }

    /** It is about the cases of one team, and gives nothing to who has left that. */
    private boolean isGenuine(Assignment theirs, Deputyship deputyship, GuardedCase guarded) {
        if (!deputyship.isGenuine(macs)) {
            tell(ForeignRow.Kind.DEPUTY, guarded);
            return false;
        }
        if (!theirs.isGenuine(macs)) {
            tell(ForeignRow.Kind.ASSIGNMENT, guarded);
            return false;
        }
        return deputyship.team().equals(guarded.team())
                && user.actor().team().filter(deputyship.team()::equals).isPresent();
    }

    /** Looked for only where nothing else gives a right. */
    private boolean isGranted(GuardedCase guarded) {
        return user.actor().worksWithCases()
                && grants.standing(guarded.id(), user.actor().id(), clock.instant()).stream()
                        .anyMatch(each -> isGenuine(each, guarded));
    }

    private boolean isGenuine(Grant grant, GuardedCase guarded) {
        boolean genuine = grant.isGenuine(macs);
        if (!genuine) {
            tell(ForeignRow.Kind.GRANT, guarded);
        }
        return genuine;
    }

    private void tell(ForeignRow.Kind kind, GuardedCase guarded) {
        foreign.fire(new ForeignRow(kind, user.actor().id(), Optional.of(guarded.number())));
    }
}
