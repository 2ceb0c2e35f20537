package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.RetentionChanged;

/** The task of a supervisor to say whether a closed case is kept, from the day on which that is asked. */
@ApplicationScoped
class RetentionTasks {
    @Inject
    RuleTasks tasks;

    @Inject
    TaskRows rows;

    @Inject
    Clock clock;

    void onRetentionChanged(@Observes RetentionChanged changed) {
        CaseFile file = changed.file();
        LocalDate today = LocalDate.now(clock);
        changed.asked().filter(today::isBefore).ifPresent(day -> tasks.lookOn(file.id(), day));
        List<Duty> duties = changed.asked().filter(day -> !day.isAfter(today)).stream()
                .map(day -> Duty.of(TaskKind.RETENTION, List.of(), Set.of(), day))
                .toList();
        if (!duties.isEmpty() || rows.open(file.id()) > 0) {
            tasks.follow(
                    file,
                    Set.of(TaskKind.RETENTION),
                    duties,
                    changed.distrusted(),
                    changed.recording().get());
        }
    }
}
