package org.durumi.risk;

import org.jspecify.annotations.Nullable;

/** An assessment with one of the findings on which it rests; without one if it rests on none. */
record FoundRow(RiskAssessment assessment, @Nullable RiskFinding finding) {}
