package org.durumi.desk;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.TeamId;

/** The team into which somebody is put. */
public record NewMembership(@NotNull TeamId team) {}
