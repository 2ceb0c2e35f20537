package org.durumi.vault;

import java.util.UUID;
import org.durumi.kernel.CaseId;

/**
 * Fired when a row of a case does not say what the application wrote: somebody else changed it.
 *
 * @param row which one
 * @param key of the case, to record what follows from it
 */
public record ChangedOutside(CaseId caseId, UUID row, CaseKey key) {}
