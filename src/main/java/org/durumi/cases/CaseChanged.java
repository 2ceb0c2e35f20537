package org.durumi.cases;

/** Something that risk looks at was recorded in a case. Fired in the transaction of the change. */
public record CaseChanged(CaseFile file) {}
