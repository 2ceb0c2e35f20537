package org.durumi.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * @param openQuotes the quotes that may still be accepted, each with those for whom it is
 * @param recorders who recorded each phone, leg and quote
 */
record CaseFacts(
        Map<ParticipantId, Facts> facts, Map<EntryId, Set<ParticipantId>> openQuotes, Map<EntryId, UserId> recorders) {
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
                Assessment.of(of(who).beforeDeparture()).blocking(Block.DEPARTURE)));
    }

    /** What stands against accepting this quote at any stage, whatever other quotes there are; empty if nothing does. */
    Optional<StandingBlock> acceptanceOf(EntryId quote) {
        Set<ParticipantId> participants = whose(quote);
        List<Finding> findings = participants.stream()
                .flatMap(who -> Assessment.of(of(who).beforeDeparture().withOnly(quote)).blocking(Block.QUOTE).stream())
                .distinct()
                .toList();
        return standing(new StandingBlock(Block.QUOTE, quote.value(), participants, findings));
    }

    private Set<ParticipantId> whose(EntryId quote) {
        return openQuotes.getOrDefault(quote, Set.of());
    }

    private Facts of(ParticipantId who) {
        return Objects.requireNonNull(facts.get(who));
    }

    private static Optional<StandingBlock> standing(StandingBlock block) {
        return block.findings().isEmpty() ? Optional.empty() : Optional.of(block);
    }
}
