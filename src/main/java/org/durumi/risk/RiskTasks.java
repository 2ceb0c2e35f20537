package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.EvidenceChanged;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.work.Duty;
import org.durumi.work.RuleTasks;
import org.durumi.work.TaskKind;

/** Lets the tasks of an open case follow what its record asks for, in the transaction of each change. The system reads for it, nobody is shown anything. */
@ApplicationScoped
class RiskTasks {
    /** What follows from alerts, assessments, quotes and referrals. */
    private static final Set<TaskKind> ASSESSED =
            EnumSet.of(TaskKind.LOOK_AND_DECIDE, TaskKind.ASK, TaskKind.QUOTE_ENDS, TaskKind.REFERRAL_QUIET);

    @Inject
    RuleTasks tasks;

    @Inject
    Risks risks;

    @Inject
    FactFinder facts;

    @Inject
    ClaimService claims;

    @Inject
    QuoteService quotes;

    @Inject
    CircumstancesService circumstances;

    @Inject
    Participants participants;

    @Inject
    Clock clock;

    void onCaseAssessed(@Observes CaseAssessed assessed) {
        CaseFile file = assessed.file();
        Recording now = assessed.recording();
        Set<TaskKind> kinds = EnumSet.copyOf(ASSESSED);
        Set<ParticipantId> people = people(file, now);
        List<Duty> duties = new ArrayList<>(ofAlerts(file, now));
        duties.addAll(ofQuestions(file, now));
        duties.addAll(duties().ofQuotes(quotes.toAssess(file, now.key())));
        duties.addAll(duties().ofReferrals(circumstances.referralsToAssess(file, now.key())));
        if (claims.hasRelations(file)) {
            kinds.add(TaskKind.VERIFY);
            duties.addAll(ofContradictions(file, people, now));
        }
        follow(file, kinds, duties, people, now);
    }

    void onEvidenceChanged(@Observes EvidenceChanged changed) {
        CaseFile file = changed.file();
        if (file.isOpen()) {
            Recording now = facts.recording(file);
            Set<ParticipantId> people = people(file, now);
            follow(file, Set.of(TaskKind.VERIFY), ofContradictions(file, people, now), people, now);
        }
    }

    /** Somebody has done something about an alert, which changes no risk. */
    void alertHandled(CaseFile file) {
        if (file.isOpen()) {
            Recording now = facts.recording(file);
            follow(file, Set.of(TaskKind.LOOK_AND_DECIDE), ofAlerts(file, now), people(file, now), now);
        }
    }

    /** Of what concerned only people who are in the case no more, nothing is asked; of what somebody changed past the application, nothing is believed. */
    private void follow(
            CaseFile file, Set<TaskKind> kinds, List<Duty> duties, Set<ParticipantId> people, Recording now) {
        tasks.follow(
                file,
                kinds,
                duties.stream().flatMap(each -> each.among(people).stream()).toList(),
                // Asked now: what could not be opened has just been told of.
                risks.alerts(file.id()).stream().anyMatch(RiskAlert::distrustsTheCase),
                now);
    }

    private List<Duty> ofQuestions(CaseFile file, Recording now) {
        Instant morning = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return duties().ofQuestions(
                        now.key().opened(risks.standing(file.id())),
                        now.key().opened(risks.standingAt(file.id(), morning)));
    }

    private List<Duty> ofAlerts(CaseFile file, Recording now) {
        return duties().ofAlerts(now.key().opened(risks.alerts(file.id())));
    }

    private List<Duty> ofContradictions(CaseFile file, Set<ParticipantId> people, Recording now) {
        return duties().ofContradictions(claims.toAssess(file, now.key()).undecided(), people);
    }

    /** Who is in the case. */
    private Set<ParticipantId> people(CaseFile file, Recording now) {
        return participants.toAssess(file, now.key()).stream()
                .map(Participant::id)
                .collect(Collectors.toSet());
    }

    private RiskDuties duties() {
        return new RiskDuties(LocalDate.now(clock), clock.getZone());
    }
}
