package org.durumi.desk;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** A team that is founded. */
public record NewTeam(@NotNull @Visible @Longest(80) String teamName) {}
