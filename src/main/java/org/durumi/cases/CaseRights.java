package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;

/**
 * What a person may do with a case. A caseworker reads and records in the cases assigned to them; a supervisor reads and
 * decides in those of their team; nobody else does anything.
 *
 * <p>It reads nothing of the case but its team.
 */
@ApplicationScoped
class CaseRights {
    /** What one may do with a case. */
    enum Right {
        READ,
        RECORD,
        DECIDE
    }

    @Inject
    Cases cases;

    /** Empty if there is no such case, or not for this person. */
    Set<Right> of(Actor actor, CaseNumber number) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Optional<GuardedCase> guarded = cases.guarded(number, actor.id());
        if (guarded.isEmpty()) {
            return rights;
        }
        if (actor.is(Role.CASEWORKER) && guarded.get().isAssigned()) {
            rights.add(Right.READ);
            rights.add(Right.RECORD);
        }
        if (actor.is(Role.SUPERVISOR)
                && actor.team().filter(guarded.get().team()::equals).isPresent()) {
            rights.add(Right.READ);
            rights.add(Right.DECIDE);
        }
        return rights;
    }
}
