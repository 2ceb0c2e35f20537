package org.durumi.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * The facts of all participants of one case.
 *
 * @param facts by participant, in the order of their labels
 * @param settled the same as if no correction were recorded that a supervisor still has to confirm: what it would lift stands
 * @param openQuotes the quotes that may still be accepted, each with those for whom it is
 * @param recorders who recorded each phone, leg and quote
 */
record CaseFacts(
        Map<ParticipantId, Facts> facts,
        Map<ParticipantId, Facts> settled,
        Map<EntryId, Set<ParticipantId>> openQuotes,
        Map<EntryId, UserId> recorders) {
    /** Facts of which none waits for a supervisor. */
    CaseFacts(
            Map<ParticipantId, Facts> facts,
            Map<EntryId, Set<ParticipantId>> openQuotes,
            Map<EntryId, UserId> recorders) {
        this(facts, facts, openQuotes, recorders);
    }

    /** Who recorded what stands against something: none of them waives it. */
    Set<UserId> recorders(StandingBlock block) {
        return block.findings().stream()
                .flatMap(finding -> finding.about().stream())
                .flatMap(each -> Optional.ofNullable(recorders.get(each)).stream())
                .collect(Collectors.toSet());
    }

    /** The assessment of each participant. */
    Map<ParticipantId, Assessment> assessments() {
        Map<ParticipantId, Assessment> assessments = new LinkedHashMap<>();
        facts.forEach((who, known) -> assessments.put(who, Assessment.of(known)));
        return assessments;
    }

    /** The levels of those whose risk is assessed at all: the journeys of the others have ended, unless something is carried. */
    List<Level> levels(Map<ParticipantId, Assessment> assessments) {
        return assessments.entrySet().stream()
                .filter(each -> of(each.getKey()).stage().isAssessed()
                        || each.getValue().carried().isPresent())
                .map(each -> each.getValue().level())
                .toList();
    }

    /** Everything that is forbidden in this case now. */
    List<StandingBlock> blocks() {
        return Stream.concat(
                        facts.keySet().stream().map(this::standingDepartureOf),
                        openQuotes.keySet().stream()
                                .filter(quote -> whose(quote).stream()
                                        .anyMatch(who -> of(who).stage().isAssessed()))
                                .map(this::acceptanceOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What stands against the departure of a participant who has not left; empty if nothing does, or they have. */
    Optional<StandingBlock> standingDepartureOf(ParticipantId who) {
        return of(who).standing().left() ? Optional.empty() : departureOf(who);
    }

    /** What stands against the departure of a participant, from wherever they leave; empty if nothing does. */
    Optional<StandingBlock> departureOf(ParticipantId who) {
        return standing(new StandingBlock(
                Block.DEPARTURE,
                who.value(),
                Set.of(who),
                versions(who)
                        .flatMap(known -> Assessment.of(known.beforeDeparture()).blocking(Block.DEPARTURE).stream())
                        .distinct()
                        .toList()));
    }

    /** What stands against accepting this quote at any stage, whatever other quotes there are; empty if nothing does. */
    Optional<StandingBlock> acceptanceOf(EntryId quote) {
        Set<ParticipantId> participants = whose(quote);
        List<Finding> findings = participants.stream()
                .flatMap(this::versions)
                .flatMap(known -> Assessment.of(known.beforeDeparture().withOnly(quote)).blocking(Block.QUOTE).stream())
                .distinct()
                .toList();
        return standing(new StandingBlock(Block.QUOTE, quote.value(), participants, findings));
    }

    /** Whether something that these facts forbid, wherever everybody stands, is not forbidden by the others for the same reason. */
    boolean forbidMoreThan(CaseFacts others) {
        return !others.grounds().containsAll(grounds());
    }

    private Set<Ground> grounds() {
        return Stream.concat(
                        facts.keySet().stream().map(this::departureOf),
                        openQuotes.keySet().stream().map(this::acceptanceOf))
                .flatMap(Optional::stream)
                .flatMap(block -> block.findings().stream()
                        .map(finding -> new Ground(block.block(), block.subjectId(), finding.rule())))
                .collect(Collectors.toSet());
    }

    /** Why something is forbidden. */
    private record Ground(Block block, UUID subjectId, RuleCode rule) {}

    private Set<ParticipantId> whose(EntryId quote) {
        return openQuotes.getOrDefault(quote, Set.of());
    }

    /** What is known, and what was last settled: both forbid. */
    private Stream<Facts> versions(ParticipantId who) {
        return Stream.of(of(who), Objects.requireNonNull(settled.get(who))).distinct();
    }

    private Facts of(ParticipantId who) {
        return Objects.requireNonNull(facts.get(who));
    }

    private static Optional<StandingBlock> standing(StandingBlock block) {
        return block.findings().isEmpty() ? Optional.empty() : Optional.of(block);
    }
}
