package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.SomebodyTold;
import org.durumi.vault.ChangedOutside;
import org.durumi.vault.Recording;

/** Raises, updates and resolves the alerts of a participant. One stays open for each group. */
@ApplicationScoped
class Alarm {
    /** Lower findings show in the panel and raise no alert. */
    private static final Level LEAST = Level.MEDIUM;

    @Inject
    Risks risks;

    @Inject
    Event<SomebodyTold> others;

    private record Wanted(Level level, String content) {}

    /** Somebody was arrested or has left: an alert is raised, or raised again. */
    void happened(CaseId caseId, ParticipantId who, RuleGroup group, Level level, EntryId entry, Recording recording) {
        Optional<RiskAlert> open = latest(recording.key().opened(risks.alerts(caseId)), who, group)
                .filter(alert -> alert.state().isOpen());
        if (open.isPresent()) {
            open.get().happenAgain(level, recording);
            risks.save(open.get());
        } else {
            risks.add(RiskAlert.raise(caseId, who, group, level, entry.toString(), recording));
        }
        others.fire(new SomebodyTold());
    }

    /**
     * Somebody changed a row of a case past the application: an alert is raised, once for each row.
     *
     * @return whether it is new
     */
    boolean changedOutside(ChangedOutside found, ParticipantId who, Recording recording) {
        String content = found.row().toString();
        List<RiskAlert> known = risks.alerts(found.caseId()).stream()
                .filter(alert -> alert.group() == RuleGroup.CHANGED_OUTSIDE)
                .toList();
        boolean told = found.key().opened(known).stream()
                .anyMatch(alert -> alert.state().isOpen() || alert.wasClosedFor(Level.HIGH, content));
        if (!told) {
            risks.add(RiskAlert.raise(found.caseId(), who, RuleGroup.CHANGED_OUTSIDE, Level.HIGH, content, recording));
            others.fire(new SomebodyTold());
        }
        return !told;
    }

    /** Brings the alerts of a participant into line with an assessment. None falls or lapses while the case is distrusted. */
    void follow(ParticipantId who, Assessment assessment, List<RiskAlert> known, CaseFile file, Recording recording) {
        boolean distrusted = known.stream().anyMatch(RiskAlert::distrustsTheCase);
        Map<RuleGroup, Wanted> wanted = wanted(assessment, highestEvent(known, who));
        wanted.forEach((group, fired) -> {
            Optional<RiskAlert> latest = latest(known, who, group);
            boolean falls = latest.filter(
                            each -> each.state().isOpen() && !fired.level().isAtLeast(each.level()))
                    .isPresent();
            if (!(distrusted && falls)) {
                fire(file, who, group, fired, latest, recording);
            }
        });
        if (!distrusted) {
            lapse(who, known, wanted.keySet(), recording);
        }
    }

    private void lapse(ParticipantId who, List<RiskAlert> known, Set<RuleGroup> firing, Recording recording) {
        known.stream()
                .filter(alert ->
                        alert.participant().equals(who) && alert.state().isOpen())
                .filter(alert -> !alert.isAboutAnEvent() && !firing.contains(alert.group()))
                .forEach(alert -> {
                    alert.lapse(recording);
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

    private void fire(
            CaseFile file,
            ParticipantId who,
            RuleGroup group,
            Wanted fired,
            Optional<RiskAlert> latest,
            Recording recording) {
        if (latest.isPresent() && latest.get().state().isOpen()) {
            if (latest.get().fire(fired.level(), fired.content(), recording)) {
                risks.save(latest.get());
                others.fire(new SomebodyTold());
            }
        } else if (latest.filter(alert -> alert.wasClosedFor(fired.level(), fired.content()))
                .isEmpty()) {
            risks.add(RiskAlert.raise(file.id(), who, group, fired.level(), fired.content(), recording));
            others.fire(new SomebodyTold());
        }
    }

    private static Optional<RiskAlert> latest(List<RiskAlert> known, ParticipantId who, RuleGroup group) {
        return known.stream()
                .filter(alert -> alert.participant().equals(who) && alert.group() == group)
                .max(Comparator.comparing((RiskAlert alert) -> alert.state().isOpen())
                        .thenComparing(RiskAlert::raisedAt));
    }
}
