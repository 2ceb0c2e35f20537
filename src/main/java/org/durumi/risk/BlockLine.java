package org.durumi.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.approval.Waiver;
import org.durumi.kernel.CaseNumber;

/**
 * Something that is forbidden now, and the waiver that lets it pass.
 *
 * @param subjectId the participant who must not leave, or the quote that must not be accepted
 * @param labels the letters of those whom it concerns
 * @param rules what stands against it
 * @param waiver empty as long as nobody has waived exactly this
 */
public record BlockLine(
        CaseNumber number,
        Block block,
        UUID subjectId,
        List<String> labels,
        List<RuleCode> rules,
        Instant since,
        Optional<Waiver> waiver) {
    public BlockLine {
        labels = List.copyOf(labels);
        rules = List.copyOf(rules);
    }

    /** Whether it stands, and a supervisor may waive it. */
    public boolean mayBeWaived() {
        return waiver.isEmpty() && !isFinal();
    }

    /** Whether nobody may waive it. */
    public boolean isFinal() {
        return rules.stream().anyMatch(RuleCode::isNeverWaived);
    }
}
