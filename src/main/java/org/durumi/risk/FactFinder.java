package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Consents;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.costs.Broker;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.costs.QuoteState;
import org.durumi.costs.Vetting;
import org.durumi.identity.Actor;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stances;
import org.durumi.stances.Countries;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.work.CaseCheckIns;
import org.durumi.work.CheckInService;

/**
 * Gathers the facts of a case from what the features have recorded: a fixed number of queries for each case. The person who
 * acts sees none of them: the reading has an access entry of the system's own.
 */
@ApplicationScoped
class FactFinder {
    static final Actor SYSTEM = Actor.system("risk");

    @Inject
    CaseAccess access;

    @Inject
    Participants participants;

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    ConsentService consents;

    @Inject
    CheckInService checkIns;

    @Inject
    Clock clock;

    @Inject
    Countries countries;

    /** As whom, when and with which key the system records what follows from the facts of a case. */
    Recording recording(CaseFile file) {
        return new Recording(SYSTEM.signed(clock.instant()), access.toAssess(file));
    }

    /** The facts of a case, for rules alone. */
    CaseFacts of(CaseFile file) {
        return of(file, circumstances.toAssess(file, access.toAssess(file)));
    }

    /** The same if this were all that is known of the ways of its people, corrections among it. */
    CaseFacts of(CaseFile file, Circumstances history) {
        CaseKey key = access.toAssess(file);
        List<Participant> all = participants.toAssess(file, key);
        Map<ParticipantId, JourneyFacts> journeys = new HashMap<>();
        participants
                .journeysToAssess(file, key)
                .forEach((who, entries) -> journeys.put(who, new JourneyFacts(entries)));
        List<QuoteLine> offered =
                quotes.toAssess(file, key).stream().filter(QuoteLine::stands).toList();
        Map<BrokerId, Broker> engaged = engaged(file, journeys.values(), offered);
        Stances stances = countries.on(LocalDate.now(clock));
        CaseCheckIns calls = checkIns.toAssess(file, key);
        Function<Circumstances, Map<ParticipantId, Facts>> facts = known -> {
            Map<ParticipantId, Facts> each = new LinkedHashMap<>();
            all.stream()
                    .map(Participant::id)
                    .forEach(who -> each.put(
                            who,
                            facts(
                                    who,
                                    Objects.requireNonNull(journeys.get(who)),
                                    known.of(who),
                                    offered,
                                    engaged,
                                    calls.of(who),
                                    stances)));
            return each;
        };
        return new CaseFacts(
                facts.apply(history.standing()),
                facts.apply(history.settled()),
                open(offered, all.stream().map(Participant::id).collect(Collectors.toSet())),
                recorders(history, offered));
    }

    /** What the record says to the checklist of somebody who leaves, for the rule that no answer contradicts it. */
    RecordedChecklist checklist(CaseFile file, ParticipantId who) {
        CaseKey key = access.toAssess(file);
        Circumstances history = circumstances.toAssess(file, key);
        List<StageEntry> journey = participants.journeysToAssess(file, key).getOrDefault(who, List.of());
        List<QuoteLine> offered = quotes.toAssess(file, key);
        Consents agreed = consents.toAssess(file, key);
        // A correction that waits answers no question yet.
        return Stream.of(history.standing(), history.settled())
                .distinct()
                .map(known -> checklist(file, who, journey, known, offered, agreed))
                .reduce(RecordedChecklist::and)
                .orElseThrow();
    }

    /** The same from what has been read already. */
    RecordedChecklist checklist(
            CaseFile file,
            ParticipantId who,
            List<StageEntry> journey,
            Circumstances known,
            List<QuoteLine> offered,
            Consents agreed) {
        Optional<BrokerId> named = journey.isEmpty() ? Optional.empty() : new JourneyFacts(journey).engaged();
        return RecordedChecklist.of(
                who,
                known.of(who).devices(),
                offered.stream()
                        .filter(line -> line.quote().participants().contains(who))
                        .toList(),
                named.flatMap(broker ->
                        Optional.ofNullable(quotes.brokers(file, Set.of(broker)).get(broker))),
                agreed.of(who).permit(ConsentPurpose.CASE_WORK));
    }

    /** The brokers with whom somebody is. Most of them made an offer and have been read with it. */
    private Map<BrokerId, Broker> engaged(CaseFile file, Collection<JourneyFacts> journeys, List<QuoteLine> offered) {
        Map<BrokerId, Broker> known = new HashMap<>();
        offered.forEach(line -> known.put(line.broker().id(), line.broker()));
        known.putAll(quotes.brokers(
                file,
                journeys.stream()
                        .flatMap(journey -> journey.engaged().stream())
                        .filter(each -> !known.containsKey(each))
                        .collect(Collectors.toSet())));
        return known;
    }

    private static Map<EntryId, UserId> recorders(Circumstances known, List<QuoteLine> offered) {
        Map<EntryId, UserId> recorders = new HashMap<>();
        known.devices().forEach(each -> recorders.put(each.id(), each.recorded().by()));
        known.legs().forEach(each -> recorders.put(each.id(), each.recorded().by()));
        offered.forEach(
                each -> recorders.put(each.quote().id(), each.quote().recorded().by()));
        return recorders;
    }

    /** @param people those who are in the case: for others nobody accepts anything here */
    private static Map<EntryId, Set<ParticipantId>> open(List<QuoteLine> offered, Set<ParticipantId> people) {
        Map<EntryId, Set<ParticipantId>> open = new HashMap<>();
        offered.stream().filter(line -> line.state() == QuoteState.OPEN).forEach(line -> {
            Set<ParticipantId> theirs = line.quote().participants().stream()
                    .filter(people::contains)
                    .collect(Collectors.toSet());
            if (!theirs.isEmpty()) {
                open.put(line.quote().id(), theirs);
            }
        });
        return open;
    }

    private Facts facts(
            ParticipantId who,
            JourneyFacts journey,
            Circumstances known,
            List<QuoteLine> offered,
            Map<BrokerId, Broker> engaged,
            CaseCheckIns calls,
            Stances stances) {
        boolean phonesTaken = journey.phonesTaken();
        LocalDate today = LocalDate.now(clock);
        return new Facts(
                journey.standing(),
                journey.earlier(),
                journey.daysOnTheWay(today),
                known.attempts().stream().map(Attempt::outcome).toList(),
                known.devices().stream()
                        .map(device -> phone(device, phonesTaken))
                        .toList(),
                known.vulnerabilities().stream()
                        .anyMatch(each -> each.kind() == VulnerabilityKind.HOUSEHOLD_CONTROL && each.isActiveOn(today)),
                known.legs().stream()
                        .filter(journey::counts)
                        .map(leg -> leg(leg, who))
                        .toList(),
                offered.stream()
                        .filter(line -> line.quote().participants().contains(who))
                        .map(FactFinder::quote)
                        .toList(),
                engagedBy(who, journey, engaged, offered),
                new HeardOf(calls, journey.contacts(), clock.getZone()).facts(journey.free()),
                stances);
    }

    /** Whom their journey names, and whose quote was accepted. */
    private static Set<Vetting> engagedBy(
            ParticipantId who, JourneyFacts journey, Map<BrokerId, Broker> engaged, List<QuoteLine> offered) {
        Stream<Broker> accepted = offered.stream()
                .filter(line -> line.state() == QuoteState.ACCEPTED
                        && line.quote().participants().contains(who))
                .map(QuoteLine::broker);
        return Stream.concat(
                        journey.engaged().stream().flatMap(named -> Optional.ofNullable(engaged.get(named)).stream()),
                        accepted)
                .map(Broker::vetting)
                .collect(Collectors.toSet());
    }

    private static Facts.Phone phone(Device device, boolean phonesTaken) {
        Answer carried = device.carried() == Answer.UNKNOWN && phonesTaken ? Answer.YES : device.carried();
        return new Facts.Phone(
                device.id(), device.policeRegistered(), carried, device.leftBehind(), device.adviceGiven());
    }

    /** @param who may have left it while others travel on it */
    static Facts.Leg leg(Leg leg, ParticipantId who) {
        return new Facts.Leg(
                leg.id(),
                leg.means(),
                leg.from().country(),
                leg.to().country(),
                leg.daysAtLeast(),
                leg.idChecks(),
                leg.state(who));
    }

    private static Facts.Quote quote(QuoteLine line) {
        return new Facts.Quote(
                line.quote().id(),
                line.quote().asked(),
                line.quote().norm(),
                line.quote().upfrontShare(),
                line.broker().vetting());
    }
}
