package org.durumi.desk;

import jakarta.validation.constraints.NotNull;
import org.durumi.identity.Role;

/** A role for somebody. */
public record NewRole(@NotNull Role role) {}
