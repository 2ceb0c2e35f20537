package org.durumi.risk;

/** An assessment with one of the findings on which it rests; without one if it rests on none. */
record FoundRow(RiskAssessment assessment, RiskFinding findingOrNull) {}
