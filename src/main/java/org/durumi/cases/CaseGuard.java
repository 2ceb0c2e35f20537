package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
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
        cases.guarded(numbers, user.actor().id()).forEach(each -> rights.put(each.number(), rights(each)));
        return rights;
    }

    /** The rights in a case of which everything has been read that the door has to know. */
    CaseRights rights(GuardedCase guarded) {
        if (!guarded.isGenuine(macs)) {
            tell(ForeignRow.Kind.CASE, guarded);
            return CaseRights.none();
        }
        if (guarded.own().filter(own -> !own.isGenuine(macs)).isPresent()) {
            tell(ForeignRow.Kind.ASSIGNMENT, guarded);
            return rights(guarded.unassigned());
        }
        CaseRights usual = CaseRights.of(user.actor(), guarded, user.mayOnlyRead());
        return usual.holds(CaseRights.Right.READ) || !isGranted(guarded) ? usual : CaseRights.ofGrant(user.actor());
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
