package org.durumi.links;

import java.time.Instant;
import org.durumi.kernel.CaseNumber;

/**
 * A case of which a link waits for a supervisor, in a list.
 *
 * @param since when the first of them began
 */
public record LinkWaiting(CaseNumber number, Instant since) {}
