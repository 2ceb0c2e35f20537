package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseReopened;
import org.durumi.cases.RetentionChanged;
import org.durumi.identity.Actor;
import org.durumi.vault.Recording;

/** The task of a supervisor to say whether a closed case is kept, from the day on which that is asked. */
@ApplicationScoped
class RetentionTasks {
    @Inject
    RuleTasks tasks;

    @Inject
    CaseAccess access;

    @Inject
    Clock clock;

    void onRetentionChanged(@Observes RetentionChanged changed) {
        follow(changed.file(), changed.asked());
    }

    void onReopened(@Observes CaseReopened reopened) {
        follow(reopened.file(), Optional.empty());
    }

    private void follow(CaseFile file, Optional<LocalDate> asked) {
        LocalDate today = LocalDate.now(clock);
        asked.filter(today::isBefore).ifPresent(day -> tasks.lookOn(file.id(), day));
        List<Duty> duties = asked.filter(day -> !day.isAfter(today)).stream()
                .map(day -> Duty.of(TaskKind.RETENTION, List.of(), Set.of(), day))
                .toList();
        tasks.follow(
                file,
                Set.of(TaskKind.RETENTION),
                duties,
                new Recording(Actor.system("risk").signed(clock.instant()), access.toAssess(file)));
    }
}
