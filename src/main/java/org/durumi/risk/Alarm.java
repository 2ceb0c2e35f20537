package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;

/** Raises, updates and resolves the alerts of a participant. One stays open for each group. */
@ApplicationScoped
class Alarm {
    /** Lower findings show in the panel and raise no alert. */
    private static final Level LEAST = Level.MEDIUM;

    @Inject
    Risks risks;

    @Inject
    Clock clock;

    private record Wanted(Level level, String content) {}

    /** Somebody was arrested or has left: an alert is raised, or raised again. */
    void happened(CaseFile file, ParticipantId who, RuleGroup group, Level level, EntryId entry) {
        Optional<RiskAlert> open = latest(risks.alerts(file.id()), who, group)
                .filter(alert -> alert.state().isOpen());
        if (open.isPresent()) {
            open.get().raiseAgain(level, clock.instant());
            risks.save(open.get());
        } else {
            risks.add(RiskAlert.raise(file, who, group, level, entry.toString(), clock.instant()));
        }
    }

    /** Brings the alerts of a participant into line with an assessment. */
    void follow(CaseFile file, ParticipantId who, Assessment assessment, List<RiskAlert> known) {
        Map<RuleGroup, Wanted> wanted = wanted(assessment, highestEvent(known, who));
        wanted.forEach((group, fired) -> fire(file, who, group, fired, latest(known, who, group)));
        known.stream()
                .filter(alert ->
                        alert.participant().equals(who) && alert.state().isOpen())
                .filter(alert -> !alert.isAboutAnEvent() && !wanted.containsKey(alert.group()))
                .forEach(alert -> {
                    alert.lapse(clock.instant());
                    risks.save(alert);
                });
    }

    private static Map<RuleGroup, Wanted> wanted(Assessment assessment, Level event) {
        Map<RuleGroup, Wanted> wanted = new EnumMap<>(RuleGroup.class);
        Level highest = event;
        for (Finding finding : assessment.findings()) {
            if (finding.level().isAtLeast(LEAST)) {
                wanted.put(finding.rule().group(), new Wanted(finding.level(), finding.content()));
                highest = highest.or(finding.level());
            }
        }
        Level total = assessment.level();
        if (total.isAtLeast(Level.HIGH) && !highest.isAtLeast(total)) {
            wanted.put(RuleGroup.TOTAL, new Wanted(total, total.name()));
        }
        return wanted;
    }

    private static Level highestEvent(List<RiskAlert> known, ParticipantId who) {
        return known.stream()
                .filter(alert ->
                        alert.participant().equals(who) && alert.state().isOpen() && alert.isAboutAnEvent())
                .map(RiskAlert::level)
                .reduce(Level.LOW, Level::or);
    }

    private void fire(CaseFile file, ParticipantId who, RuleGroup group, Wanted fired, Optional<RiskAlert> latest) {
        if (latest.isPresent() && latest.get().state().isOpen()) {
            if (latest.get().fire(fired.level(), fired.content(), clock.instant())) {
                risks.save(latest.get());
            }
        } else if (latest.filter(alert -> alert.wasClosedFor(fired.level(), fired.content()))
                .isEmpty()) {
            risks.add(RiskAlert.raise(file, who, group, fired.level(), fired.content(), clock.instant()));
        }
    }

    private static Optional<RiskAlert> latest(List<RiskAlert> known, ParticipantId who, RuleGroup group) {
        return known.stream()
                .filter(alert -> alert.participant().equals(who) && alert.group() == group)
                .max(Comparator.comparing((RiskAlert alert) -> alert.state().isOpen())
                        .thenComparing(RiskAlert::raisedAt));
    }
}
