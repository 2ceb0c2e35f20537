package org.durumi.cases;

/** Somebody asks to erase a case, or approves it. Whoever must not let it happen throws a RuleViolation. */
public record ErasureRequested(CaseFile file) {}
