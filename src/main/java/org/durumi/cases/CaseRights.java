package org.durumi.cases;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;

/**
 * What one person may do with one case. A caseworker reads and records in the cases assigned to them, and in those of a colleague for
 * whom they stand in; a supervisor reads and decides in those of their team; either reads a case that they were given to read, and takes
 * nothing of it out of the house; nobody else does anything.
 *
 * <p>The door works it out once for each case that it opens, and everybody behind it asks here. A right may rest for a while:
 * nothing is recorded in a closed case, and nothing but reading is possible while the identity provider is away.
 */
public final class CaseRights {
    /** What one may do with a case. */
    public enum Right {
        READ,
        /** To give it out of the house. */
        EXPORT,
        RECORD,
        DECIDE
    }

    private static final CaseRights NONE = new CaseRights(Set.of(), Map.of(), Optional.empty());

    private final Set<Right> held;
    private final Map<Right, String> resting;
    private final Optional<UserId> insteadOf;

    private CaseRights(Set<Right> held, Map<Right, String> resting, Optional<UserId> insteadOf) {
        this.held = held;
        this.resting = resting;
        this.insteadOf = insteadOf;
    }

    /** Everybody's rights in a case that does not exist. */
    static CaseRights none() {
        return NONE;
    }

    /** What a {@link Grant} gives: it is of use only to who works with cases. */
    static CaseRights ofGrant(Actor actor) {
        return actor.worksWithCases() ? new CaseRights(Set.of(Right.READ), Map.of(), Optional.empty()) : NONE;
    }

    /**
     * What a {@link Deputyship} gives in a case of whoever is away: what they may there themselves.
     *
     * @param onlyReading whether nothing may be changed for now, by nobody
     */
    static CaseRights ofDeputy(Actor actor, GuardedCase guarded, Assignment theirs, boolean onlyReading) {
        CaseRights rights = of(actor, guarded.assigned(theirs), onlyReading);
        return new CaseRights(rights.held, rights.resting, Optional.of(theirs.caseworker()));
    }

    /** @param onlyReading whether nothing may be changed for now, by nobody */
    static CaseRights of(Actor actor, GuardedCase guarded, boolean onlyReading) {
        Set<Right> held = EnumSet.noneOf(Right.class);
        Map<Right, String> resting = new EnumMap<>(Right.class);
        if (actor.is(Role.CASEWORKER) && guarded.isAssigned()) {
            held.add(Right.READ);
            held.add(Right.EXPORT);
            held.add(Right.RECORD);
        }
        if (actor.is(Role.SUPERVISOR)
                && actor.team().filter(guarded.team()::equals).isPresent()) {
            held.add(Right.READ);
            held.add(Right.EXPORT);
            held.add(Right.DECIDE);
        }
        if (!guarded.isOpen()) {
            resting.put(Right.RECORD, "case.closed");
        }
        if (onlyReading) {
            resting.put(Right.RECORD, "case.only-reading");
            resting.put(Right.DECIDE, "case.only-reading");
        }
        return new CaseRights(held, resting, Optional.empty());
    }

    /** For whom the person stands in here; empty if what they may is their own. */
    public Optional<UserId> insteadOf() {
        return insteadOf;
    }

    /** Whether the person has this right, also while it rests. */
    public boolean holds(Right right) {
        return held.contains(right);
    }

    /** Whether the person may use this right now. */
    public boolean allows(Right right) {
        return holds(right) && !resting.containsKey(right);
    }

    /** Why the person may not use a right of theirs for now, as the key of a message; empty if they may, or have no such right. */
    public Optional<String> whyNot(Right right) {
        return Optional.ofNullable(resting.get(right)).filter(why -> holds(right));
    }

    /**
     * @throws NotFound if the person does not have this right: for them there is no such case
     * @throws RuleViolation if it rests
     */
    void require(Right right) {
        if (!holds(right)) {
            throw new NotFound();
        }
        whyNot(right).ifPresent(why -> {
            throw new RuleViolation(why);
        });
    }
}
