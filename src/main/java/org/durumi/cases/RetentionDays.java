package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
     * Nothing is asked of one that is open, held, of which nothing was decided, or that somebody asked to erase.
     *
     * @param key opens what was decided of it
     */
    void tell(CaseFile file, Supplier<CaseKey> key) {
        List<Retention> decided = file.isOpen() ? List.of() : retentions.of(file.id());
        if (decided.isEmpty() || erasures.standing(file.id()).isPresent()) {
            tell(file, Optional.empty(), false);
            return;
        }
        CaseKey opening = key.get();
        List<LegalHold> holds = retentions.holds(file.id());
        List<Retention> read = opening.opened(decided);
        List<LegalHold> held = opening.opened(holds);
        boolean isHeld = held.stream().anyMatch(each -> each.lifted().isEmpty());
        tell(
                file,
                read.stream().findFirst().filter(any -> !isHeld).map(Retention::keepUntil),
                read.size() < decided.size() || held.size() < holds.size());
    }

    private void tell(CaseFile file, Optional<LocalDate> asked, boolean distrusted) {
        changed.fire(new RetentionChanged(
                file, asked, distrusted, () -> new Recording(SYSTEM.signed(clock.instant()), access.toAssess(file))));
    }

    /** The same for who opens nothing of it: the system reads what was decided. */
    void tell(CaseFile file) {
        tell(file, () -> access.toAssess(file));
    }
}
