package org.durumi.cases;

import org.durumi.kernel.CaseNumber;

/**
 * That somebody opened a case in an emergency, as one is told who is responsible for it.
 *
 * @param who their handle
 * @param why in their words; empty for an auditor, who reads nothing of cases
 * @param isReadable whether the case is one's own too
 */
public record BrokenGlass(CaseNumber number, Grant grant, String who, String why, boolean isReadable) {}
