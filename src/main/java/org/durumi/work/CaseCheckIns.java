package org.durumi.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.ParticipantId;

/**
 * The check-ins of a case, opened.
 *
 * @param plans those that ended too, the newest first
 * @param heard the latest times that somebody was heard of, the latest first
 * @param missed the latest check-ins that were missed, the latest first
 */
public record CaseCheckIns(List<PlanNow> plans, List<CheckIn> heard, List<CheckInStep> missed) {
    public CaseCheckIns {
        plans = List.copyOf(plans);
        heard = List.copyOf(heard);
        missed = List.copyOf(missed);
    }

    /** What is agreed with somebody now; empty if nothing is. */
    public Optional<PlanNow> standing(ParticipantId who) {
        return plans.stream()
                .filter(each ->
                        each.plan().participant().equals(who) && !each.plan().isEnded())
                .findFirst();
    }

    /** When somebody said that they do not speak freely, as long as no supervisor has dealt with it; empty if not. */
    public Optional<Instant> duress(ParticipantId who) {
        return plans.stream()
                .filter(each -> each.plan().participant().equals(who))
                .flatMap(each -> each.climb().duress().stream())
                .findFirst();
    }

    /** The same of one person. */
    public CaseCheckIns of(ParticipantId who) {
        return new CaseCheckIns(
                plans.stream()
                        .filter(each -> each.plan().participant().equals(who))
                        .toList(),
                heard.stream().filter(each -> each.participant().equals(who)).toList(),
                missed.stream().filter(each -> each.participant().equals(who)).toList());
    }
}
