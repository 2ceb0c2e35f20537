package org.durumi.cases;

import java.time.LocalDate;
import org.durumi.kernel.CaseNumber;

/** A closed case of which somebody has to say whether it is kept, in a list. */
public record RetentionLine(CaseNumber number, LocalDate keepUntil) {}
