package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.EntryId;

/**
 * How a claim stands to another of the same case.
 *
 * @param related the other, by the row with which it began
 */
public record NewRelation(
        @NotNull RelationKind relation, @NotNull EntryId related) {}
