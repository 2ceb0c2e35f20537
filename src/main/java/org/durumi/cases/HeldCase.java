package org.durumi.cases;

import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;

/**
 * An open case on which somebody works, as their supervisor hands it over.
 *
 * @param alone whether nobody else works on it
 */
public record HeldCase(CaseId id, CaseNumber number, Level level, boolean alone) {}
