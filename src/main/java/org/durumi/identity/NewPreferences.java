package org.durumi.identity;

import jakarta.validation.constraints.NotNull;

/**
 * What somebody chooses for themselves.
 *
 * @param shortcuts whether single keys lead to pages
 */
public record NewPreferences(@NotNull Theme theme, @NotNull Density density, boolean shortcuts) {}
