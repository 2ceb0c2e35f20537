package org.durumi.links;

import java.util.Optional;
import org.durumi.kernel.CaseNumber;

/**
 * A merge as one of its two cases shows it.
 *
 * @param closed whether this is the case that was closed
 * @param number of the other case; empty for who may not read it
 * @param mayUndo whether the reader may undo it
 */
public record MergeLine(Merge merge, boolean closed, Optional<CaseNumber> number, boolean mayUndo) {}
