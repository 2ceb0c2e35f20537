package org.durumi.desk;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** What colleagues call somebody in Durumi; never a legal name. */
public record NewHandle(@NotNull @Visible @Longest(60) String handle) {}
