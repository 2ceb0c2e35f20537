package org.durumi.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.durumi.vault.Recording;

/**
 * It was said, or has to be said now, how long a case is kept. Fired in the transaction of the change, or of the job of that day.
 *
 * @param asked from which day on somebody has to say whether it is kept; empty if nobody has to, because it is held or open
 * @param distrusted whether something that was decided of it does not say what Durumi wrote: then nothing that is asked ends by it
 * @param recording of the system, which opens the case to whoever has something to write down, and records that
 */
public record RetentionChanged(
        CaseFile file, Optional<LocalDate> asked, boolean distrusted, Supplier<Recording> recording) {}
