package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Answer;

/** What is known of a person when they enter a case, or after it was corrected. No names: the person is «Participant A». */
public record NewParticipant(
        @NotNull ParticipantRole role,
        @NotNull AgeBand ageBand,
        @NotNull Sex sex,
        @NotNull Answer elite,
        @NotNull Answer unaccompanied) {
    /** Somebody of whom nothing is known. */
    public static NewParticipant unknown() {
        return new NewParticipant(
                ParticipantRole.COMPANION, AgeBand.UNKNOWN, Sex.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
    }
}
