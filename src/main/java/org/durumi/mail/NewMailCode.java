package org.durumi.mail;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** The code that was mailed, as it was typed. */
public record NewMailCode(@NotNull @Visible @Longest(20) String code) {}
