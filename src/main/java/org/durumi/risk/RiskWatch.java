package org.durumi.risk;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverService;
import org.durumi.cases.CaseChanged;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Departure;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.cases.PersonPutBack;
import org.durumi.cases.PersonTakenOut;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageEntry;
import org.durumi.cases.StageRequested;
import org.durumi.cases.StageRequested.Matter;
import org.durumi.circumstances.CorrectionRequested;
import org.durumi.costs.AcceptanceRequested;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.links.MergeRequested;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangedOutside;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.work.RuleTasks;

/**
 * Watches every change of a case, in the transaction of the change: assesses, alerts, and answers who asks whether somebody
 * may leave or a quote may be accepted. If it fails, the change fails.
 */
@ApplicationScoped
class RiskWatch {
    /** How many assessments are looked through for one that nobody has changed. */
    private static final int LOOKED_BACK = 20;

    @Inject
    Risks risks;

    @Inject
    FactFinder factFinder;

    @Inject
    Alarm alarm;

    @Inject
    WaiverService waivers;

    @Inject
    Participants participants;

    @Inject
    RuleTasks tasks;

    @Inject
    Clock clock;

    @Inject
    Event<CaseAssessed> assessed;

    /** A planned departure against which a block stands needs a waiver, and uses it up. Everything else is permitted. */
    void onStageRequested(@Observes StageRequested request) {
        if (request.isDeparture()) {
            CaseKey key = factFinder.recording(request.file()).key();
            ParticipantId who = request.participant().id();
            Optional<StandingBlock> found = factFinder.of(request.file()).departureOf(who);
            Optional<WaivedContent> block = against(found, request.file(), Block.DEPARTURE, who.value(), key);
            Optional<Waiver> waiver = block.flatMap(content -> waivers.usable(content, key));
            boolean planned = request.reported().details().departure() == Departure.PLANNED;
            if (planned && block.isPresent() && waiver.isEmpty()) {
                request.refuse(
                        RuleViolation.at("departure", isFinal(found) ? "departure.blacklisted" : "departure.blocked"));
                return;
            }
            waiver.ifPresent(each -> waivers.use(each, key));
        }
        request.permit(Matter.DEPARTURE);
    }

    /** A quote against which a block stands needs a waiver, and uses it up. */
    void onAcceptanceRequested(@Observes AcceptanceRequested request) {
        CaseKey key = factFinder.recording(request.file()).key();
        EntryId quote = request.quote().id();
        Optional<StandingBlock> found = factFinder.of(request.file()).acceptanceOf(quote);
        Optional<WaivedContent> block = against(found, request.file(), Block.QUOTE, quote.value(), key);
        Optional<Waiver> waiver = block.flatMap(content -> waivers.usable(content, key));
        if (block.isPresent() && waiver.isEmpty()) {
            request.refuse(new RuleViolation(isFinal(found) ? "quote.blacklisted" : "quote.blocked"));
            return;
        }
        waiver.ifPresent(each -> waivers.use(each, key));
        request.permit();
    }

    /**
     * Closing a case ends that its risk is reckoned: for each of its people somebody must go on who is assessed as high. What cannot
     * be read counts as the worst here, and as nothing there.
     */
    void onMergeRequested(@Observes MergeRequested request) {
        Map<ParticipantId, RiskAssessment> closing = readable(request.closing());
        Map<ParticipantId, RiskAssessment> staying = readable(request.staying());
        request.people().forEach((each, other) -> {
            Level here = level(closing, each).orElse(Level.CRITICAL);
            Level there = level(staying, other).orElse(Level.NOT_ASSESSED);
            if (!there.isAtLeast(here)) {
                request.refuse(new RuleViolation("merge.level", each.label(), here, other.label(), there));
            }
        });
        request.permit();
    }

    /** How everybody in a case is assessed, as far as nobody changed it past the application. */
    private Map<ParticipantId, RiskAssessment> readable(CaseFile file) {
        CaseKey key = factFinder.recording(file).key();
        List<RiskAssessment> standing = key.opened(risks.standing(file.id()));
        trusted(file, key);
        return standing.stream()
                .filter(each -> !each.isChangedOutside())
                .collect(Collectors.toMap(RiskAssessment::participant, Function.identity()));
    }

    /** Nobody is assessed whose journey has ended, unless something is carried; empty if it cannot be read. */
    private static Optional<Level> level(Map<ParticipantId, RiskAssessment> known, Participant who) {
        return Optional.ofNullable(known.get(who.id()))
                .map(each ->
                        who.stage().isAssessed() || each.carried().isPresent() ? each.level() : Level.NOT_ASSESSED);
    }

    private static boolean isFinal(Optional<StandingBlock> found) {
        return found.filter(StandingBlock::isFinal).isPresent();
    }

    /** A correction of something that alone forbids, by something that does not, waits for a supervisor. */
    void onCorrectionRequested(@Observes CorrectionRequested request) {
        CaseFacts before = factFinder.of(request.file(), request.before());
        if (!before.forbidMoreThan(factFinder.of(request.file(), request.after()))) {
            request.liftsNothing();
        }
    }

    /** An arrest is always critical, having left already always high; that is said before anything is counted. */
    void onStageEntered(@Observes StageEntered entered) {
        StageEntry entry = entered.entry();
        boolean stands = entered.participant().standingEntry().equals(entry.id());
        if (stands && entry.stage() == Stage.DETENTION) {
            alarm.happened(
                    entered.file().id(),
                    entered.participant().id(),
                    RuleGroup.HELD,
                    Level.CRITICAL,
                    entry.id(),
                    factFinder.recording(entered.file()));
        }
        boolean leaves =
                entered.from().filter(from -> from.departsTo(entry.stage())).isPresent();
        if (stands && leaves && entry.departure() == Departure.HAS_LEFT) {
            alarm.happened(
                    entered.file().id(),
                    entered.participant().id(),
                    RuleGroup.HAS_LEFT,
                    Level.HIGH,
                    entry.id(),
                    factFinder.recording(entered.file()));
        }
    }

    /**
     * What stands against it. As long as nobody has looked at what was changed in the case past the application, what stood
     * against it still does, though the facts say nothing of it any more; if they say something else, or it cannot be read what
     * stood, no waiver helps.
     */
    private Optional<WaivedContent> against(
            Optional<StandingBlock> found, CaseFile file, Block block, UUID subject, CaseKey key) {
        if (!isDistrusted(key.opened(risks.alerts(file.id())))) {
            return found.map(StandingBlock::content);
        }
        List<RiskBlock> before = key.opened(risks.everyBlock(file.id())).stream()
                .filter(each -> each.isChangedOutside() || each.isAbout(block, subject) && each.stands())
                .toList();
        if (before.isEmpty()) {
            return found.map(StandingBlock::content);
        }
        boolean readable = before.stream().noneMatch(RiskBlock::isChangedOutside);
        boolean same =
                found.map(now -> before.stream().anyMatch(each -> each.is(now))).orElse(true);
        return Optional.of(
                readable && same ? before.getFirst().content() : new WaivedContent(block.waived(), subject, ""));
    }

    private static boolean isDistrusted(List<RiskAlert> alerts) {
        return alerts.stream().anyMatch(RiskAlert::distrustsTheCase);
    }

    /**
     * Assesses every participant again. As long as nobody has looked at what was changed in the case past the application,
     * nothing falls by it. A closed case is left as it is.
     */
    void onCaseChanged(@Observes CaseChanged changed) {
        CaseFile file = changed.file();
        if (!file.isOpen()) {
            return;
        }
        CaseFacts facts = factFinder.of(file);
        Recording recording = factFinder.recording(file);
        Map<ParticipantId, Assessment> assessments = facts.assessments();
        List<RiskAssessment> standing = recording.key().opened(risks.standing(file.id()));
        List<RiskAlert> alerts = recording.key().opened(risks.alerts(file.id()));
        boolean distrusted = isDistrusted(alerts);
        if (distrusted) {
            assessments.replaceAll((who, now) -> orWhatWas(file, who, now, recording.key()));
        }
        assessments.forEach((who, assessment) -> {
            store(file, who, assessment, standing, recording);
            alarm.follow(who, assessment, alerts, file, recording);
        });
        keep(file, facts.blocks(), distrusted, recording);
        List<Level> levels = facts.levels(assessments);
        file.show(
                levels.stream().reduce(Level::or).orElse(Level.LOW), Collections.frequency(levels, Level.NOT_ASSESSED));
        assessed.fire(new CaseAssessed(file, recording));
    }

    /** Nobody looks any more at what is open of somebody who was taken out; how they were assessed stays, and stands no more. */
    void onTakenOut(@Observes PersonTakenOut out) {
        Recording recording = factFinder.recording(out.file());
        trusted(out.file(), recording.key()).stream()
                .filter(each ->
                        each.participant().equals(out.who()) && each.state().isOpen())
                .forEach(each -> {
                    each.lapse(out.why(), recording);
                    risks.save(each);
                });
        recording.key().opened(risks.standing(out.file().id())).stream()
                .filter(each -> each.participant().equals(out.who()))
                .forEach(each -> {
                    each.supersede(recording);
                    risks.save(each);
                });
    }

    /** What had happened to somebody who is in the case again is told again: an alert about it lapses only when they are taken out. */
    void onPutBack(@Observes PersonPutBack back) {
        Recording recording = factFinder.recording(back.file());
        Map<RuleGroup, RiskAlert> latest = new EnumMap<>(RuleGroup.class);
        recording.key().opened(risks.alerts(back.file().id())).stream()
                .filter(each -> each.participant().equals(back.who()) && each.isAboutAnEvent())
                .forEach(each -> latest.putIfAbsent(each.group(), each));
        latest.values().stream()
                .filter(each -> each.lapsedAt().isPresent())
                .forEach(each -> risks.add(each.again(back.file().id(), back.who(), each.content(), recording)));
    }

    /** What had happened to those who go into another case is told there too; what rules find there, they find by themselves. */
    void onSplit(@Observes PeopleSplit split) {
        Recording there = factFinder.recording(split.to());
        trusted(split.from(), factFinder.recording(split.from()).key()).stream()
                .filter(each -> split.copy().takes(each.participant()))
                .filter(each -> each.state().isOpen() && each.isAboutAnEvent())
                .forEach(each -> risks.add(each.again(
                        split.to().id(), split.copy().of(each.participant()), content(each, split.copy()), there)));
    }

    /** What happened is told by its entry, until a rule found something too. */
    private static String content(RiskAlert alert, RowCopy copy) {
        return alert.entry().flatMap(copy::known).map(EntryId::toString).orElse(alert.content());
    }

    /**
     * The alerts of a case of which nobody has changed anything past the application.
     *
     * @throws RuleViolation if somebody has, and nobody has looked at it: what is known of those who leave it may be untrue
     */
    private List<RiskAlert> trusted(CaseFile file, CaseKey key) {
        List<RiskAlert> alerts = key.opened(risks.alerts(file.id()));
        if (isDistrusted(alerts)) {
            throw new RuleViolation("taken-out.distrusted");
        }
        return alerts;
    }

    /**
     * Whoever reads a case hears of a row that somebody else changed, and so do its supervisors. Who only reads writes nothing else down: that
     * somebody has to look at it is said by the job that is asked for.
     */
    void onChangedOutside(@Observes ChangedOutside found) {
        Recording recording = new Recording(FactFinder.SYSTEM.signed(clock.instant()), found.key());
        participants
                .first(found.caseId())
                .filter(who -> alarm.changedOutside(found, who, recording))
                .ifPresent(any -> tasks.lookNow(found.caseId()));
    }

    /**
     * No less than the newest assessment that the application wrote. That is the standing one, unless somebody has ended or changed
     * it past the application.
     */
    private Assessment orWhatWas(CaseFile file, ParticipantId who, Assessment now, CaseKey key) {
        Assessment reckoned = now;
        for (RiskAssessment each :
                key.opened(risks.history(file.id(), who, PageRequest.ofPage(1, LOOKED_BACK, false)))) {
            reckoned = each.orMore(reckoned, LocalDate.now(clock));
            if (!each.isChangedOutside()) {
                break;
            }
        }
        return reckoned;
    }

    private void store(
            CaseFile file,
            ParticipantId who,
            Assessment assessment,
            List<RiskAssessment> standing,
            Recording recording) {
        Optional<RiskAssessment> before =
                standing.stream().filter(each -> each.participant().equals(who)).findFirst();
        if (before.filter(each -> each.says(assessment)).isPresent()) {
            return;
        }
        before.ifPresent(each -> {
            each.supersede(recording);
            risks.save(each);
        });
        risks.add(RiskAssessment.store(file, who, assessment, recording));
    }

    /** @param distrusted whether nothing lifts a block, and none takes the place of another */
    private void keep(CaseFile file, List<StandingBlock> now, boolean distrusted, Recording recording) {
        List<RiskBlock> before = recording.key().opened(risks.blocks(file.id()));
        before.stream()
                .filter(block -> !distrusted && now.stream().noneMatch(block::is))
                .forEach(block -> {
                    block.lift(recording);
                    risks.save(block);
                });
        now.stream()
                .filter(block -> before.stream()
                        .noneMatch(
                                each -> each.is(block) || distrusted && each.isAbout(block.block(), block.subjectId())))
                .forEach(block -> risks.add(RiskBlock.stand(file, block, recording)));
    }
}
