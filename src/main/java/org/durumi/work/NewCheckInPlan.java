package org.durumi.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;

/**
 * What is agreed with somebody who is to be heard of.
 *
 * @param intervalHours from one check-in to the next
 * @param graceMinutes how much later it may come before somebody is told
 * @param quietFrom the full hour, in the organisation's zone, from which nothing falls due; empty if there is none
 * @param quietTo the full hour to which it is moved
 * @param reach how to reach them without danger; may be empty
 * @param codeWord by which they are known; may be empty, in a change for «as it was»
 * @param duressPhrase which says that they do not speak freely; may be empty, in a change for «as it was»
 */
public record NewCheckInPlan(
        @Min(1) @Max(336) int intervalHours,
        @Min(5) @Max(1440) int graceMinutes,
        @NotNull Optional<@Min(0) @Max(23) Integer> quietFrom,
        @NotNull Optional<@Min(0) @Max(23) Integer> quietTo,

        @NotNull @Longest(value = 500, lines = true) String reach,

        @NotNull @Longest(80) String codeWord,
        @NotNull @Longest(80) String duressPhrase) {}
