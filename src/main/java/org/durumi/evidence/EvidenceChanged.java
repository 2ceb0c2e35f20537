package org.durumi.evidence;

import org.durumi.cases.CaseFile;

/** Something was claimed, related, decided or corrected in a case. Fired in the transaction of the change. */
public record EvidenceChanged(CaseFile file) {}
