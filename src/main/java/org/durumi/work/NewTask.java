package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.kernel.Visible;

/**
 * Something that is to be done, as a caseworker writes it down.
 *
 * @param what no addresses, numbers or names
 * @param who whom it concerns; empty if it concerns the case as a whole
 * @param assignee somebody who works on the case; empty if all of them are to see to it
 */
public record NewTask(
        @NotNull @Visible @Longest(value = 500, lines = true)
        String what,

        @NotNull LocalDate due,
        @NotNull Optional<ParticipantId> who,
        @NotNull Optional<UserId> assignee) {}
