package org.durumi.cases;

import org.durumi.kernel.CaseNumber;

/** An entry that waits for a supervisor, opened, and whose it is. */
public record WaitingEntry(CaseNumber number, String label, StageEntry entry) {}
