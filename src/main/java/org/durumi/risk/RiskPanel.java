package org.durumi.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.approval.Waiver;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * The risk of a case: each participant's assessment, what is blocked, what was waived, and the alerts.
 *
 * @param participants by label
 * @param blocks what is forbidden now
 * @param waivers every waiver of the case, used ones too, the newest first
 * @param alerts every alert of the case, closed ones too, the newest first
 * @param handles of everybody who waived or had an alert in hand
 */
public record RiskPanel(
        List<ParticipantRisk> participants,
        List<BlockLine> blocks,
        List<Waiver> waivers,
        List<AlertLine> alerts,
        Map<UserId, String> handles) {
    private static final Comparator<AlertLine> BY_URGENCY = Comparator.comparing(
                    (AlertLine line) -> line.alert().state() != AlertState.RAISED)
            .thenComparing(line -> line.alert().level(), Comparator.reverseOrder())
            .thenComparing(line -> line.alert().dueAt())
            .thenComparing(AlertLine::label);

    public RiskPanel {
        participants = List.copyOf(participants);
        blocks = List.copyOf(blocks);
        waivers = List.copyOf(waivers);
        alerts = List.copyOf(alerts);
        handles = Map.copyOf(handles);
    }

    /** Empty if the participant has not been assessed. */
    public Optional<ParticipantRisk> of(ParticipantId who) {
        return participants.stream()
                .filter(each -> each.participant().equals(who))
                .findFirst();
    }

    /** What still asks for somebody, in the order of the supervisor's list: unseen first, then level, then the time left. */
    public List<AlertLine> openAlerts() {
        return alerts.stream()
                .filter(line -> line.alert().state().isOpen())
                .sorted(BY_URGENCY)
                .toList();
    }

    /** What stands against the departure of a participant; empty if nothing does. */
    public Optional<BlockLine> departureBlock(ParticipantId who) {
        return block(Block.DEPARTURE, new EntryId(who.value()));
    }

    /** What stands against accepting a quote; empty if nothing does. */
    public Optional<BlockLine> quoteBlock(EntryId quote) {
        return block(Block.QUOTE, quote);
    }

    private Optional<BlockLine> block(Block kind, EntryId subject) {
        return blocks.stream()
                .filter(line -> line.block() == kind && line.subjectId().equals(subject.value()))
                .findFirst();
    }
}
