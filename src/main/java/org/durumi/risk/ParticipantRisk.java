package org.durumi.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;

/**
 * The standing assessment of one participant.
 *
 * @param label the letter of the participant
 * @param findings what counts, the heaviest first
 * @param unknowns what must still be asked
 * @param carried what still counts from before; empty if nothing does
 * @param ruleVersion the version of the rules that were in force
 */
public record ParticipantRisk(
        ParticipantId participant,
        String label,
        int score,
        Level level,
        List<Finding> findings,
        List<Unknown> unknowns,
        Optional<Carried> carried,
        Instant assessedAt,
        int ruleVersion) {
    public ParticipantRisk {
        findings = List.copyOf(findings);
        unknowns = List.copyOf(unknowns);
    }

    /** Whether a rule, or what is carried, or the stage alone says more than the lowest level. */
    public boolean says() {
        return !findings.isEmpty() || level != Level.LOW;
    }
}
