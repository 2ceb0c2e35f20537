package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.UserId;
import org.durumi.kernel.Visible;

/**
 * Why a closed case is opened again.
 *
 * @param caseworker who works on it then; asked for if nobody does who could
 */
public record NewReopening(
        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why,

        @NotNull Optional<UserId> caseworker) {}
