package org.durumi.risk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.durumi.approval.WaivedContent;
import org.durumi.kernel.ParticipantId;

/**
 * Something is forbidden until it is waived or the facts change.
 *
 * @param block what is forbidden
 * @param subjectId the participant who must not leave, or the quote that must not be accepted
 * @param participants whom it concerns
 * @param findings what stands against it
 */
record StandingBlock(Block block, UUID subjectId, Set<ParticipantId> participants, List<Finding> findings) {
    /** What a waiver is bound to: any other finding, and it no longer holds. */
    WaivedContent content() {
        return WaivedContent.of(
                block.waived(),
                subjectId,
                findings.stream().map(Finding::content).toList());
    }

    List<String> rules() {
        return findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether nobody may waive it. */
    boolean isFinal() {
        return findings.stream().map(Finding::rule).anyMatch(RuleCode::isNeverWaived);
    }
}
