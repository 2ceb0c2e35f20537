package org.durumi.cases;

import org.durumi.kernel.Signed;

/** A closed case was opened again, for a reason of its own. Fired in the transaction of the act. */
public record CaseReopened(CaseFile file, Signed reopened) {}
