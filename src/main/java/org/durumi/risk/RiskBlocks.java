package org.durumi.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * What is forbidden in a case now, and what stands against it. Nothing of the alerts.
 *
 * @param participants how each was assessed, by label
 * @param blocks what is forbidden
 * @param handles of everybody who waived something, and perhaps of others
 */
public record RiskBlocks(List<ParticipantRisk> participants, List<BlockLine> blocks, Map<UserId, String> handles) {
    public RiskBlocks {
        participants = List.copyOf(participants);
        blocks = List.copyOf(blocks);
        handles = Map.copyOf(handles);
    }

    /** What stands against the departure of a participant; empty if nothing does. */
    public Optional<BlockLine> departure(ParticipantId who) {
        return block(Block.DEPARTURE, new EntryId(who.value()));
    }

    /** What stands against accepting a quote; empty if nothing does. */
    public Optional<BlockLine> quote(EntryId quote) {
        return block(Block.QUOTE, quote);
    }

    private Optional<BlockLine> block(Block kind, EntryId subject) {
        return blocks.stream()
                .filter(line -> line.block() == kind && line.subjectId().equals(subject.value()))
                .findFirst();
    }
}
