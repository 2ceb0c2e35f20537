package org.durumi.cases;

import org.durumi.kernel.CaseNumber;

/** That somebody may read a case that is not theirs, with its number. */
public record HeldGrant(CaseNumber number, Grant grant) {}
