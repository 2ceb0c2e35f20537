package org.durumi.cases;

/** A case is being erased. Fired in the transaction of the erasure, while the case can still be read. */
public record CaseErased(CaseFile file) {}
