package org.durumi.cases;

import java.time.Instant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/** A wish to erase a case, in a list. */
public record ErasureLine(CaseNumber number, UserId askedBy, Instant askedAt) {}
