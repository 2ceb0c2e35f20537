package org.durumi.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverSubject;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * The risk of a case: each participant's assessment, what is blocked, what was waived, and the alerts.
 *
 * @param blocked what is forbidden now, and what stands against it
 * @param waivers every waiver of the case, used ones too, the newest first
 * @param alerts every alert of the case, closed ones too, the newest first
 */
public record RiskPanel(RiskBlocks blocked, List<Waiver> waivers, List<AlertLine> alerts) {
    static final Comparator<AlertLine> BY_URGENCY = Comparator.comparing(
                    (AlertLine line) -> !line.alert().isUnacknowledged())
            .thenComparing(line -> line.alert().level(), Comparator.reverseOrder())
            .thenComparing(line -> line.alert().dueAt())
            .thenComparing(AlertLine::label);

    public RiskPanel {
        waivers = List.copyOf(waivers);
        alerts = List.copyOf(alerts);
    }

    /** The handles of everybody who waived or had an alert in hand. */
    public Map<UserId, String> handles() {
        return blocked.handles();
    }

    /** How each participant was assessed, by label. */
    public List<ParticipantRisk> participants() {
        return blocked.participants();
    }

    /** What is forbidden now. */
    public List<BlockLine> blocks() {
        return blocked.blocks();
    }

    /** Empty if the participant has not been assessed. */
    public Optional<ParticipantRisk> of(ParticipantId who) {
        return participants().stream()
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
        return blocked.departure(who);
    }

    /** The waiver that let pass what a finding about a participant forbade; empty if none was used for it. */
    public Optional<Waiver> waived(ParticipantId who, Finding finding) {
        return waivers.stream()
                .filter(waiver -> waiver.usedAt().isPresent()
                        && waiver.rules().contains(finding.rule().name()))
                .filter(waiver -> waiver.subject() == WaiverSubject.DEPARTURE
                        ? waiver.subjectId().equals(who.value())
                                && !finding.blocks().contains(Block.DEPARTURE)
                        : finding.about().contains(new EntryId(waiver.subjectId())))
                .findFirst();
    }

    /** What stands against accepting a quote; empty if nothing does. */
    public Optional<BlockLine> quoteBlock(EntryId quote) {
        return blocked.quote(quote);
    }
}
