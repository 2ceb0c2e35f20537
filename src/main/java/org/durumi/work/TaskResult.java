package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;

/**
 * What came of a task.
 *
 * @param state done, or not possible
 * @param word more of it; may be empty
 */
public record TaskResult(
        @NotNull TaskState state,
        @NotNull @Longest(value = 500, lines = true) String word) {}
