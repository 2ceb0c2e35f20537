package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.UserId;

/**
 * Who stands in for whom while they are away.
 *
 * @param absent who is away; empty for who says it
 * @param first of the days, in the organisation's zone
 * @param last of the days, included
 */
public record NewDeputy(
        @NotNull Optional<UserId> absent,
        @NotNull UserId deputy,
        @NotNull LocalDate first,
        @NotNull LocalDate last) {}
