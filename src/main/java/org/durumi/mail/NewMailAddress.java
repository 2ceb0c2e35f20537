package org.durumi.mail;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** Where somebody wants to be told by mail. */
public record NewMailAddress(@NotNull @Visible @Longest(254) String address) {}
