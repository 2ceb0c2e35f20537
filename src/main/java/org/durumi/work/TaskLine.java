package org.durumi.work;

import org.durumi.kernel.CaseNumber;

/** A task in a list of several cases. */
public record TaskLine(CaseNumber number, Task task) {}
