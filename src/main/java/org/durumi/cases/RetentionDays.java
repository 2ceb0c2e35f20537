package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.durumi.identity.Actor;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** Says from which day on it is asked whether a closed case is kept. */
@ApplicationScoped
class RetentionDays {
    private static final Actor SYSTEM = Actor.system("risk");

    @Inject
    Retentions retentions;

    @Inject
    Erasures erasures;

    @Inject
    CaseAccess access;

    @Inject
    Event<RetentionChanged> changed;

    @Inject
    Clock clock;

    /**
     * Nothing is asked of one that is open, held, or that somebody asked to erase.
     *
     * @param key opens what was decided of it
     */
    void tell(CaseFile file, Supplier<CaseKey> key) {
        boolean asked = !file.isOpen()
                && retentions.standingHolds(file.id()) == 0
                && erasures.standing(file.id()).isEmpty();
        changed.fire(new RetentionChanged(
                file,
                asked
                        ? key.get().opened(retentions.of(file.id())).stream()
                                .findFirst()
                                .map(Retention::keepUntil)
                        : Optional.empty(),
                () -> new Recording(SYSTEM.signed(clock.instant()), access.toAssess(file))));
    }

    /** The same for who opens nothing of it: the system reads what was decided. */
    void tell(CaseFile file) {
        tell(file, () -> access.toAssess(file));
    }
}
