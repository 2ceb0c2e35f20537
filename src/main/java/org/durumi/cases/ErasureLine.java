package org.durumi.cases;

import java.time.Instant;
import org.durumi.kernel.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A wish to erase a case, in a list.
 *
 * @param due when it will be carried out; null until it is approved
 */
public record ErasureLine(
        CaseNumber number, Instant askedAt, @Nullable Instant due) {}
