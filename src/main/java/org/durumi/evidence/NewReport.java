package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** A report in the press as somebody comes across it. */
public record NewReport(
        @NotNull @Visible @Longest(300) String headline,
        @NotNull @Visible @Longest(500) String link) {}
