package org.durumi.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.circumstances.Referral;
import org.durumi.costs.Quote;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteState;
import org.durumi.evidence.Claim;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.Matter;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.work.Duty;
import org.durumi.work.TaskKind;

/** What the record of a case asks its caseworkers to do. Pure functions; docs/domain/tasks.md says the same. */
final class RiskDuties {
    /** So many days before its last one a quote has to be decided. */
    static final int DAYS_BEFORE = 3;

    /** So many days another organisation may say nothing before somebody asks. */
    static final int DAYS_QUIET = 14;

    private final LocalDate today;
    private final ZoneId zone;

    /** @param zone of the organisation, in which days begin */
    RiskDuties(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    /** One for each cause of open alerts of level HIGH or CRITICAL on which nobody has acted. An arrest has its own four tasks. */
    List<Duty> ofAlerts(Collection<RiskAlert> alerts) {
        Map<RuleGroup, List<RiskAlert>> byCause = alerts.stream()
                .filter(each -> each.level().isAtLeast(Level.HIGH) && each.group() != RuleGroup.HELD)
                .filter(each -> each.state().isOpen() && each.state() != AlertState.ACTED_ON)
                .collect(Collectors.groupingBy(
                        RiskAlert::group, () -> new EnumMap<>(RuleGroup.class), Collectors.toList()));
        return byCause.entrySet().stream()
                .map(each -> new Duty(
                        TaskKind.LOOK_AND_DECIDE,
                        List.of(each.getKey().name()),
                        each.getValue().stream().map(RiskAlert::participant).collect(Collectors.toSet()),
                        today,
                        Optional.empty(),
                        latest(each.getValue().stream().map(RiskAlert::firedAt))))
                .toList();
    }

    private static Instant latest(Stream<Instant> moments) {
        return moments.max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /**
     * One for all questions of a case, once some of them were open when the day began, those first of whose rules most depends.
     *
     * @param before the assessments that stood then: a case that is assessed anew all day is asked for no less
     */
    List<Duty> ofQuestions(Collection<RiskAssessment> standing, Collection<RiskAssessment> before) {
        List<RiskAssessment> asking =
                standing.stream().filter(each -> !each.unknowns().isEmpty()).toList();
        if (asking.isEmpty()) {
            return List.of();
        }
        List<Question> questions = asking.stream()
                .flatMap(each -> each.unknowns().stream())
                .sorted(Comparator.comparingInt((Unknown each) -> -effect(each.rule()))
                        .thenComparing(Unknown::question))
                .map(Unknown::question)
                .distinct()
                .toList();
        boolean waited = before.stream()
                .flatMap(each -> each.unknowns().stream())
                .anyMatch(each -> questions.contains(each.question()));
        return List.of(new Duty(
                TaskKind.ASK,
                questions.stream()
                        .map(each -> new Duty.Point(each.name(), ofWhom(each, asking)))
                        .toList(),
                waited ? today : today.plusDays(1),
                Optional.empty(),
                Instant.EPOCH));
    }

    private static Set<ParticipantId> ofWhom(Question question, Collection<RiskAssessment> asking) {
        return asking.stream()
                .filter(each -> each.unknowns().stream().anyMatch(unknown -> unknown.question() == question))
                .map(RiskAssessment::participant)
                .collect(Collectors.toSet());
    }

    private static int effect(RuleCode rule) {
        return rule.points().stream().max(Comparator.naturalOrder()).orElse(0);
    }

    /**
     * One for all that contradicts each other in a case since yesterday, by its topics: who has just recorded something is about to go on.
     *
     * @param people those who are in the case: what is about others alone nobody has to decide here
     */
    List<Duty> ofContradictions(Collection<Matter> undecided, Set<ParticipantId> people) {
        List<Matter> here = undecided.stream()
                .filter(each -> whom(each).isEmpty() || whom(each).stream().anyMatch(people::contains))
                .toList();
        List<Duty.Point> topics = Evidence.byTopic(here).entrySet().stream()
                .map(each -> new Duty.Point(each.getKey().name(), whom(each.getValue())))
                .toList();
        Instant since = latest(here.stream().map(Matter::since));
        return here.stream()
                .map(Matter::since)
                .min(Comparator.naturalOrder())
                .map(first -> new Duty(
                        TaskKind.VERIFY,
                        topics,
                        LocalDate.ofInstant(first, zone).plusDays(1),
                        Optional.empty(),
                        since))
                .stream()
                .toList();
    }

    /** Nobody if one of them is about the case as a whole. */
    private static Set<ParticipantId> whom(Collection<Matter> matters) {
        List<Set<ParticipantId>> each = matters.stream().map(RiskDuties::whom).toList();
        return each.stream().anyMatch(Set::isEmpty)
                ? Set.of()
                : each.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<ParticipantId> whom(Matter matter) {
        return matter.claims().anyMatch(each -> each.whom().isEmpty())
                ? Set.of()
                : matter.claims().map(Claim::whom).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** One for each open quote, from three days before its last one until that is over. */
    List<Duty> ofQuotes(Collection<QuoteLine> quotes) {
        return quotes.stream()
                .filter(each -> each.state() == QuoteState.OPEN)
                .map(QuoteLine::quote)
                .flatMap(each -> each.validUntil().map(last -> ofQuote(each, last)).stream())
                .toList();
    }

    /**
     * One for each referral that nobody has answered, from two weeks after the last word on. Another word makes it another wait, any other correction does
     * not: it is named by the row that said the word first.
     *
     * @param referrals with those that were corrected
     */
    List<Duty> ofReferrals(Collection<Referral> referrals) {
        return referrals.stream()
                .filter(Referral::stands)
                .flatMap(each -> each
                        .quietSince()
                        .map(last -> Duty.of(
                                TaskKind.REFERRAL_QUIET,
                                List.of(saidFirst(each, referrals).id().toString()),
                                each.whom(),
                                last.plusDays(DAYS_QUIET)))
                        .stream())
                .toList();
    }

    private static Referral saidFirst(Referral last, Collection<Referral> referrals) {
        return referrals.stream()
                .filter(last::waitsLike)
                .min(Comparator.comparing((Referral each) -> each.recorded().at()))
                .orElse(last);
    }

    private static Duty ofQuote(Quote quote, LocalDate last) {
        return new Duty(
                TaskKind.QUOTE_ENDS,
                List.of(quote.id().toString()),
                quote.participants(),
                last.minusDays(DAYS_BEFORE),
                Optional.of(last),
                Instant.EPOCH);
    }
}
