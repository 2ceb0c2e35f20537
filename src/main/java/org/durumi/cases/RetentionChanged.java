package org.durumi.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * It was said, or has to be said now, how long a closed case is kept. Fired in the transaction of the change, or of the job of that day.
 *
 * @param asked from which day on somebody has to say whether it is kept; empty if nobody has to, because it is held
 */
public record RetentionChanged(CaseFile file, Optional<LocalDate> asked) {}
