package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverService;
import org.durumi.cases.CaseChanged;
import org.durumi.cases.CaseErased;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Departure;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageEntry;
import org.durumi.cases.StageRequested;
import org.durumi.cases.StageRequested.Matter;
import org.durumi.costs.AcceptanceRequested;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;

/**
 * Watches every change of a case, in the transaction of the change: assesses, alerts, and answers who asks whether somebody
 * may leave or a quote may be accepted. If it fails, the change fails.
 */
@ApplicationScoped
class RiskWatch {
    @Inject
    Risks risks;

    @Inject
    FactFinder factFinder;

    @Inject
    Alarm alarm;

    @Inject
    WaiverService waivers;

    @Inject
    Clock clock;

    /** A planned departure against which a block stands needs a waiver, and uses it up. Everything else is permitted. */
    void onStageRequested(@Observes StageRequested request) {
        if (request.isDeparture()) {
            Optional<StandingBlock> block = factFinder
                    .of(request.file())
                    .departureOf(request.participant().id());
            Optional<Waiver> waiver = block.flatMap(standing -> waivers.usable(standing.content()));
            boolean planned = request.reported().details().departure() == Departure.PLANNED;
            if (planned && block.isPresent() && waiver.isEmpty()) {
                request.refuse(RuleViolation.at("departure", "departure.blocked"));
                return;
            }
            waiver.ifPresent(waivers::use);
        }
        request.permit(Matter.DEPARTURE);
    }

    /** A quote against which a block stands needs a waiver, and uses it up. */
    void onAcceptanceRequested(@Observes AcceptanceRequested request) {
        Optional<StandingBlock> block =
                factFinder.of(request.file()).acceptanceOf(request.quote().id());
        Optional<Waiver> waiver = block.flatMap(standing -> waivers.usable(standing.content()));
        if (block.isPresent() && waiver.isEmpty()) {
            request.refuse(new RuleViolation(block.get().isFinal() ? "quote.blacklisted" : "quote.blocked"));
            return;
        }
        waiver.ifPresent(waivers::use);
        request.permit();
    }

    /** An arrest is always critical, having left already always high; that is said before anything is counted. */
    void onStageEntered(@Observes StageEntered entered) {
        StageEntry entry = entered.entry();
        boolean stands = entered.participant().standingEntry().equals(entry.id());
        if (stands && entry.stage() == Stage.DETENTION) {
            alarm.happened(entered.file(), entered.participant().id(), RuleGroup.HELD, Level.CRITICAL, entry.id());
        }
        boolean leaves =
                entered.from().filter(from -> from.departsTo(entry.stage())).isPresent();
        if (stands && leaves && entry.departure() == Departure.HAS_LEFT) {
            alarm.happened(entered.file(), entered.participant().id(), RuleGroup.HAS_LEFT, Level.HIGH, entry.id());
        }
    }

    /** Assesses every participant again. A closed case is left as it is. */
    void onCaseChanged(@Observes CaseChanged changed) {
        CaseFile file = changed.file();
        if (!file.isOpen()) {
            return;
        }
        CaseFacts facts = factFinder.of(file);
        Map<ParticipantId, Assessment> assessments = facts.assessments();
        List<RiskAssessment> standing = risks.standing(file.id());
        List<RiskAlert> alerts = risks.alerts(file.id());
        assessments.forEach((who, assessment) -> {
            store(file, who, assessment, standing);
            alarm.follow(file, who, assessment, alerts);
        });
        keep(file, facts.blocks());
        List<Level> levels = facts.levels(assessments);
        file.show(
                levels.stream().reduce(Level::or).orElse(Level.LOW), Collections.frequency(levels, Level.NOT_ASSESSED));
    }

    /** Nobody is reminded of an erased case. */
    void onCaseErased(@Observes CaseErased erased) {
        Instant now = clock.instant();
        risks.alerts(erased.file().id()).stream()
                .filter(alert -> alert.state().isOpen())
                .forEach(alert -> {
                    alert.lapse(now);
                    risks.save(alert);
                });
        risks.blocks(erased.file().id()).forEach(block -> {
            block.lift(now);
            risks.save(block);
        });
    }

    private void store(CaseFile file, ParticipantId who, Assessment assessment, List<RiskAssessment> standing) {
        Optional<RiskAssessment> before =
                standing.stream().filter(each -> each.participant().equals(who)).findFirst();
        if (before.filter(each -> each.says(assessment)).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        before.ifPresent(each -> {
            each.supersede(now);
            risks.save(each);
        });
        RiskAssessment stored = RiskAssessment.store(file, who, assessment, now);
        risks.add(stored);
        stored.findings(assessment).forEach(risks::add);
    }

    private void keep(CaseFile file, List<StandingBlock> now) {
        List<RiskBlock> before = risks.blocks(file.id());
        before.stream().filter(block -> now.stream().noneMatch(block::is)).forEach(block -> {
            block.lift(clock.instant());
            risks.save(block);
        });
        now.stream()
                .filter(block -> before.stream().noneMatch(each -> each.is(block)))
                .forEach(block -> risks.add(RiskBlock.stand(file, block, clock.instant())));
    }
}
