package org.durumi.risk;

import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;

/** A standing block with the case in which it stands. */
public record BlockedCase(CaseNumber number, Level level, RiskBlock block) {}
