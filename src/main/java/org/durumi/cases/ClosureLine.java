package org.durumi.cases;

import java.time.Instant;
import org.durumi.kernel.CaseNumber;

/** A wish to close a case that waits for another supervisor, in a list. */
public record ClosureLine(CaseNumber number, Instant askedAt) {}
