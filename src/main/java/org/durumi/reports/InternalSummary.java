package org.durumi.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseView;
import org.durumi.cases.EntryDetail;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.Vulnerability;
import org.durumi.costs.Broker;
import org.durumi.costs.Quote;
import org.durumi.costs.QuoteLine;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.Level;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.risk.AlertLine;
import org.durumi.risk.Finding;
import org.durumi.risk.ParticipantRisk;
import org.durumi.risk.RiskPanel;
import org.durumi.route.StageStep;

/** Words everything that is known of a case for the people who work on it, in the reader's language. */
final class InternalSummary {
    private final CaseView view;
    private final String team;
    private final Circumstances known;
    private final List<QuoteLine> quotes;
    private final RiskPanel risk;
    private final Texts texts;
    private final Map<String, String> mentioned = new HashMap<>();

    InternalSummary(
            CaseView view,
            String team,
            Circumstances known,
            List<QuoteLine> quotes,
            Map<BrokerId, Broker> brokers,
            RiskPanel risk,
            Texts texts) {
        this.view = view;
        this.team = team;
        this.known = known;
        this.quotes = quotes;
        this.risk = risk;
        this.texts = texts;
        brokers.forEach((id, broker) -> mentioned.put(id.toString(), broker.codeName()));
        known.legs().forEach(leg -> mentioned.put(leg.id().toString(), way(leg)));
    }

    CaseSummary at(Instant now) {
        return new CaseSummary(
                Audience.INTERNAL,
                view.file().number(),
                texts.text(view.file().kind()),
                team,
                view.assignments().stream()
                        .filter(Assignment::isCurrent)
                        .map(each -> view.handles().get(each.caseworker()))
                        .collect(Collectors.joining(", ")),
                view.file().route(),
                view.file().stage(),
                level(view.file().level()),
                now,
                true,
                view.participants().stream().map(this::participant).toList(),
                view.entries().stream().sorted(oldestFirst()).map(this::entry).toList(),
                known.legs().stream().map(this::leg).toList(),
                known.attempts().stream().map(this::attempt).toList(),
                known.devices().stream().map(this::device).toList(),
                quotes.stream().map(this::quote).toList(),
                risk.alerts().stream().map(this::alert).toList(),
                risk.waivers().stream().map(this::waiver).toList());
    }

    private Comparator<StageEntry> oldestFirst() {
        return Comparator.comparing(StageEntry::happened)
                .thenComparing(StageEntry::knownOn)
                .thenComparing(entry -> view.label(entry.participant()))
                .thenComparingInt(StageEntry::position)
                .thenComparing(entry -> entry.recorded().at());
    }

    private CaseSummary.Participant participant(Participant each) {
        return new CaseSummary.Participant(
                name(each.id()),
                texts.text(each.role()),
                texts.text(each.ageBand()),
                texts.text(each.sex()),
                flags(each),
                each.stage(),
                steps(each),
                risk(each));
    }

    private List<String> flags(Participant each) {
        List<String> flags = new ArrayList<>();
        if (each.elite() == Answer.YES) {
            flags.add(texts.text("summary.flag.elite"));
        }
        if (each.unaccompanied() == Answer.YES) {
            flags.add(texts.text("summary.flag.unaccompanied"));
        }
        known.of(each.id()).vulnerabilities().stream()
                .filter(vulnerability -> !vulnerability.until().isKnown())
                .map(Vulnerability::kind)
                .forEach(kind -> flags.add(texts.text(kind)));
        return flags;
    }

    private List<CaseSummary.Step> steps(Participant each) {
        return StageStep.of(
                        view.journey(each.id()).stream().map(StageEntry::stage).toList())
                .stream()
                .filter(step -> step.state() != StageStep.State.SKIPPED)
                .map(step -> new CaseSummary.Step(
                        step.stage(),
                        switch (step.state()) {
                            case DONE, SKIPPED -> CaseSummary.StepState.DONE;
                            case CURRENT, ALARM, ENDED -> CaseSummary.StepState.CURRENT;
                            case AHEAD -> CaseSummary.StepState.AHEAD;
                        }))
                .toList();
    }

    private CaseSummary.Risk risk(Participant each) {
        return risk.of(each.id())
                .filter(assessed -> each.stage().isAssessed())
                .map(this::risk)
                .orElse(new CaseSummary.Risk(
                        false, 0, new CaseSummary.Level("", CaseSummary.Tone.NONE), List.of(), List.of()));
    }

    private CaseSummary.Risk risk(ParticipantRisk assessed) {
        return new CaseSummary.Risk(
                true,
                assessed.score(),
                level(assessed.level()),
                assessed.findings().stream().map(this::finding).toList(),
                assessed.unknowns().stream()
                        .map(unknown -> texts.text(unknown.question()))
                        .toList());
    }

    private CaseSummary.Finding finding(Finding found) {
        Object[] inputs = found.inputs().toArray();
        Level floor = found.rule().floor();
        return new CaseSummary.Finding(
                found.rule().name(),
                texts.text(found.whyKey(), inputs),
                texts.text(found.todoKey(), inputs),
                texts.text(found.sure()) + " – " + texts.text(found.sureKey(), inputs),
                found.points(),
                floor == Level.LOW ? "" : texts.text(floor),
                found.blocks().stream().map(texts::text).sorted().collect(Collectors.joining(", ")));
    }

    private CaseSummary.TimelineEntry entry(StageEntry entry) {
        return new CaseSummary.TimelineEntry(
                entry.happened(),
                entry.knownOn(),
                name(entry.participant()),
                texts.text(entry.stage()),
                true,
                entry.place(),
                entry.certainty(),
                entry.isWaiting(),
                !entry.stands(),
                EntryDetail.of(entry.reported(), mentioned, texts).stream()
                        .filter(detail -> !detail.label().equals("stage.place"))
                        .map(detail -> texts.text(detail.label()) + ": " + detail.value())
                        .toList());
    }

    private CaseSummary.Leg leg(Leg leg) {
        return new CaseSummary.Leg(
                names(leg.travellers()),
                leg.from(),
                leg.to(),
                leg.means(),
                leg.days()
                        .map(days -> texts.text("circumstances.leg.days", days))
                        .orElse(texts.text("circumstances.leg.days.ask")),
                leg.idChecks()
                        .map(checks -> texts.text("circumstances.leg.checks", checks))
                        .orElse(texts.text("circumstances.leg.checks.ask")),
                texts.text(leg.state()));
    }

    private CaseSummary.Attempt attempt(Attempt attempt) {
        return new CaseSummary.Attempt(
                name(attempt.participant()),
                attempt.number(),
                attempt.happened(),
                texts.text(attempt.outcome()),
                attempt.consequences());
    }

    private CaseSummary.Device device(Device device) {
        return new CaseSummary.Device(
                name(device.participant()),
                device.label(),
                device.lastDigits(),
                texts.text(device.policeRegistered()),
                device.leftBehind() ? texts.text("circumstances.device.left-behind") : texts.text(device.carried()),
                device.adviceGiven() ? texts.text(Answer.YES) : texts.text("circumstances.device.no-advice"));
    }

    private CaseSummary.Quote quote(QuoteLine line) {
        Quote quote = line.quote();
        return new CaseSummary.Quote(
                line.broker().codeName(),
                PartialDate.on(quote.obtainedOn()),
                quote.perPerson(),
                quote.statedEquivalent(),
                quote.upfrontShare().map(share -> share + " %").orElse(texts.text("summary.quote.upfront.ask")),
                quote.norm()
                        .flatMap(norm -> quote.deviation()
                                .map(deviation -> new CaseSummary.Norm(norm.low(), norm.high(), deviation))),
                texts.text(line.state()));
    }

    private CaseSummary.Alert alert(AlertLine line) {
        return new CaseSummary.Alert(
                name(line.alert().participant()),
                texts.text(line.alert().group()),
                level(line.alert().level()),
                line.alert().raisedAt(),
                texts.text(line.alert().state()));
    }

    private CaseSummary.Waiver waiver(Waiver waiver) {
        return new CaseSummary.Waiver(
                waiver.subject() == WaiverSubject.DEPARTURE ? name(new ParticipantId(waiver.subjectId())) : "",
                texts.text(waiver.subject()) + " (" + String.join(", ", waiver.rules()) + ")",
                waiver.reason(),
                risk.handles().getOrDefault(waiver.recorded().by(), ""),
                waiver.recorded().at());
    }

    private CaseSummary.Level level(Level level) {
        return new CaseSummary.Level(texts.text(level), CaseSummary.Tone.valueOf(level.name()));
    }

    private String way(Leg leg) {
        return texts.text("stage.leg.name", leg.from().in(texts), leg.to().in(texts), leg.means());
    }

    private String name(ParticipantId who) {
        return texts.text("participant.name", view.label(who));
    }

    private String names(Set<ParticipantId> who) {
        return view.participants().stream()
                .map(Participant::id)
                .filter(who::contains)
                .map(this::name)
                .collect(Collectors.joining(", "));
    }
}
